import { z } from 'zod';
import { type ResumedDraft, useResumed } from '../../../app/drafts/resumed.ts';

const renameSchema = z.object({
  groupId: z.string(),
  name: z.string(),
  /** Of the group, when the typing began: what somebody else changed since then is not written over. */
  version: z.int(),
});

/** A name that was being typed for a group, and that the page goes on with. */
export type ResumedRename = z.output<typeof renameSchema> & { readonly draft: ResumedDraft };

export function useResumedRename(): ResumedRename | null {
  const draft = useResumed('customers.editGroup', null);
  const kept = renameSchema.safeParse(draft?.values).data;
  return draft && kept ? { ...kept, draft } : null;
}

const newGroupSchema = z.object({ newName: z.string() });

/** The name of a new group that a draft holds; empty when it is none that this version of the page can read. */
export function newGroupDraft(values: unknown): string {
  return newGroupSchema.safeParse(values).data?.newName ?? '';
}
