import type { DraftForm } from '#shared/features/drafts/forms.ts';

/** What is kept of a form: its values as JSON text, and a name for the person to know it by. */
export interface DraftContent {
  about: string;
  values: string;
}

/** How a draft reaches the register. */
export interface DraftCalls {
  save(draft: DraftHead & DraftContent): Promise<{ savedAt: string }>;
  discard(id: string): Promise<unknown>;
}

export interface DraftHead {
  id: string;
  form: DraftForm;
  subjectId: string | null;
}

/** The draft of one open form, from the first change to the end of the form. An untouched form has none. */
export class FormDraft {
  readonly head: DraftHead;
  readonly #calls: DraftCalls;
  /** The values that need no keeping: as the form was opened, or as they were kept last. */
  #settled: string | null = null;
  #last: Promise<boolean>;
  #isEnded = false;

  /** @param isKept the form goes on with a draft that is in the register already */
  constructor(head: DraftHead, calls: DraftCalls, isKept: boolean) {
    this.head = head;
    this.#calls = calls;
    this.#last = Promise.resolve(isKept);
  }

  /** What the form holds before anybody has touched it. */
  opened({ values }: DraftContent): void {
    this.#settled ??= values;
  }

  /** Keeps what has changed. Resolves with whether the register holds a draft of the form. */
  keep(content: DraftContent, onKept: (savedAt: string) => void = () => {}): Promise<boolean> {
    if (this.#isEnded || content.values === this.#settled) return this.#last;
    // Not tried again until something changes: what the register refused once it refuses a second later too.
    this.#settled = content.values;
    const before = this.#last;
    this.#last = this.#calls.save({ ...this.head, ...content }).then(
      ({ savedAt }) => {
        onKept(savedAt);
        return true;
      },
      () => before,
    );
    return this.#last;
  }

  /** The form was saved, and its draft went with it. */
  saved(): void {
    this.#isEnded = true;
    this.#last = Promise.resolve(false);
  }

  /** The person does not want it. Nothing comes after this, also not from a save that is still on its way. */
  async discard(): Promise<void> {
    this.#isEnded = true;
    const last = this.#last;
    this.#last = Promise.resolve(false);
    if (await last) await this.#calls.discard(this.head.id);
  }
}
