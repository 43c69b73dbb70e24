import { useState, useSyncExternalStore } from 'react';
import type { DraftForm } from '#shared/features/drafts/forms.ts';
import { openDraftIds } from './open-drafts.ts';

/** A draft that the person goes on with, on its way to its form. */
export interface ResumedDraft {
  readonly id: string;
  readonly form: DraftForm;
  readonly subjectId: string | null;
  /** Instant, UTC ISO. */
  readonly savedAt: string;
  /** As the form kept them; each form checks them itself. */
  readonly values: unknown;
}

/** Kept here and not in the address: an address holds no personal data. A lock throws the page and this away. */
let resumed: ResumedDraft | null = null;
const listeners = new Set<() => void>();

function set(next: ResumedDraft | null): void {
  resumed = next;
  for (const listener of listeners) listener();
}

export function resume(draft: ResumedDraft): void {
  set(draft);
}

/** The form has been closed: the next one of its kind starts empty. */
export function resumedIsOver(id: string): void {
  if (resumed?.id === id) set(null);
}

/** The same once React is done: in development it takes every new component off and puts it on again. */
export function resumedIsOverUnlessOpen(id: string): void {
  queueMicrotask(() => {
    if (!openDraftIds().includes(id)) resumedIsOver(id);
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The draft that this form goes on with, if any. Give its id as `key` to the form. */
export function useResumed(form: DraftForm, subjectId: string | null): ResumedDraft | null {
  return useResumedOf([form], subjectId);
}

/** The same for a place that has several forms. */
export function useResumedOf(forms: readonly DraftForm[], subjectId: string | null): ResumedDraft | null {
  const draft = useSyncExternalStore(subscribe, () => resumed);
  return draft && forms.includes(draft.form) && draft.subjectId === subjectId ? draft : null;
}

/** For the `key` of a form that stays on the screen: it stays the same when the draft is over, saved or not. */
export function useLastResumedId(draft: ResumedDraft | null): string {
  const [last, setLast] = useState('new');
  if (draft && draft.id !== last) setLast(draft.id);
  return draft?.id ?? last;
}
