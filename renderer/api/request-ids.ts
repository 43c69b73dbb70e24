import { uuidv7 } from 'uuidv7';

/**
 * Names the calls of one action. When a call failed and the person sends the very same input again, it is the
 * same call: had the first one been done and only its answer lost, it is not done twice.
 */
export class RequestIds {
  #open: { input: string; id: string } | undefined;

  idFor(input: unknown): string {
    const text = JSON.stringify(input);
    if (this.#open?.input !== text) this.#open = { input: text, id: uuidv7() };
    return this.#open.id;
  }

  /** The answer came: the next call is a new one, even with the same input. */
  answered(): void {
    this.#open = undefined;
  }
}
