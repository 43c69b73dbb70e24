import type { Contract } from '#shared/contract.ts';
import type { Draft } from '#shared/features/drafts/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { endDraft } from '../../rpc/ended-drafts.ts';
import type { Handlers, OwnBox } from '../../rpc/handlers.ts';
import { contentText, type DraftContent, readContent } from './rules.ts';
import { draftOf, draftsOf, keepDraft, type StoredDraft } from './store.ts';

/** More than anybody has open; beyond it the oldest one goes. */
const mostDrafts = 24;

export const draftsHandlers: Handlers<Contract['drafts']> = {
  async save({ id, form, subjectId, about, values }, { tx, actor, now, own }) {
    const head = { id, form, subject_id: subjectId };
    const sealed = own.seal('draft', binding(head), contentText({ about, values }));
    const isKept = await keepDraft(tx, { ...head, owner_id: actor.id, sealed, updated_at: now });
    if (isKept) {
      const tooMany = (await draftsOf(tx, actor.id)).slice(mostDrafts);
      for (const old of tooMany) await endDraft(tx, actor.id, old.id, now);
    }
    return { savedAt: now };
  },

  async mine(_input, { db, actor, own }) {
    const drafts = await draftsOf(db, actor.id);
    return drafts.flatMap((stored) => {
      const content = contentOf(stored, own);
      return content ? [shown(stored, content)] : [];
    });
  },

  async open({ id }, { db, actor, own }) {
    const stored = await draftOf(db, actor.id, id);
    const content = stored && contentOf(stored, own);
    if (!content) throw new AppError({ kind: 'not-found' });
    return { ...shown(stored, content), values: content.values };
  },

  async discard({ id }, { tx, actor, now }) {
    await endDraft(tx, actor.id, id, now);
    return {};
  },
};

type Head = Pick<StoredDraft, 'id' | 'form' | 'subject_id'>;

/** What a sealed draft is tied to besides vault and owner: moved to another form or customer it does not open. */
function binding({ id, form, subject_id }: Head) {
  return { draftId: id, form, subjectId: subject_id };
}

/** Undefined for a draft from before a password reset, which changed the owner's keys. */
function contentOf(stored: StoredDraft, own: OwnBox): DraftContent | undefined {
  const text = own.open('draft', binding(stored), stored.sealed);
  return text === undefined ? undefined : readContent(text);
}

function shown({ id, form, subject_id, updated_at }: StoredDraft, { about }: DraftContent): Draft {
  return { id, form, subjectId: subject_id, about, savedAt: updated_at };
}
