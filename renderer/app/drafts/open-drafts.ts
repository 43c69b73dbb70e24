import type { DraftForm } from '#shared/features/drafts/forms.ts';

/** A form on the screen, as the closing door and the strip of drafts see it. */
export interface OpenDraft {
  id: string;
  form: DraftForm;
  /** Resolves with whether the register holds a draft of the form. */
  keep(): Promise<boolean>;
}

const open = new Set<OpenDraft>();
const listeners = new Set<() => void>();
let ids: readonly string[] = [];

function changed(): void {
  ids = [...open].map(({ id }) => id);
  for (const listener of listeners) listener();
}

/** The returned function takes the form off again. */
export function putOpenDraft(draft: OpenDraft): () => void {
  open.add(draft);
  changed();
  return () => {
    open.delete(draft);
    changed();
  };
}

/** Keeps every form on the screen; resolves with one that was worth keeping. */
export async function keepOpenDrafts(): Promise<DraftForm | null> {
  const forms = [...open];
  const kept = await Promise.all(forms.map((draft) => draft.keep()));
  return forms.find((_, index) => kept[index])?.form ?? null;
}

export function subscribeToOpenDrafts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function openDraftIds(): readonly string[] {
  return ids;
}
