/** Milliseconds after which a key is no longer what the person wants: it is let go of, and keys act again. */
const longestWait = 2000;

/** F4, Ctrl+Enter, Alt+1: keys of a screen, never of a field. */
function isCommand({ key, code, altKey, ctrlKey }: KeyboardEvent): boolean {
  return /^F\d+$/.test(key) || (ctrlKey && key === 'Enter') || (altKey && /^(Digit|Numpad)\d$/.test(code));
}

/**
 * Keys pressed between two screens. Who types faster than the screen changes means the next screen: F4 right after
 * the Enter that opens a customer is that customer's visit, never one of the customer who is still shown.
 */
export class TypeAhead {
  readonly #changes = new Set<Promise<unknown>>();
  #waiting: KeyboardEvent[] = [];
  readonly #press: (event: KeyboardEvent) => void;

  /** @param press does what a key does on the screen that has come */
  constructor(press: (event: KeyboardEvent) => void) {
    this.#press = press;
  }

  /**
   * Takes the key when it is to wait. Texts do not wait, as they belong to the field that has the focus; only a digit
   * after a key that waits does: it chooses what that key will show.
   */
  takes(event: KeyboardEvent): boolean {
    const isAwaited = this.#waiting.length > 0;
    if (this.#changes.size === 0 && !isAwaited) return false;
    if (!isCommand(event) && !(isAwaited && /^\d$/.test(event.key))) return false;
    if (!event.repeat) this.#waiting.push(event);
    return true;
  }

  /** Keys wait until the next screen is there, or nothing has come of it. */
  until(change: Promise<unknown>): void {
    this.#changes.add(change);
    const timer = setTimeout(() => this.#end(change, false), longestWait);
    const end = (hasCome: boolean) => {
      clearTimeout(timer);
      this.#end(change, hasCome);
    };
    void change.then(
      () => end(true),
      () => end(false),
    );
  }

  /** Keys act again at once: the screen stays, because the person is asked something first. */
  giveUp(): void {
    this.#changes.clear();
    this.#waiting = [];
  }

  #end(change: Promise<unknown>, hasCome: boolean): void {
    if (!this.#changes.delete(change)) return;
    if (!hasCome) this.#waiting = [];
    this.#goOn();
  }

  /** One key after the other: the first may lead to the screen that the second is meant for. */
  #goOn(): void {
    if (this.#waiting.length === 0) return;
    // What the new screen does with its keys is known once it has been drawn.
    setTimeout(() => {
      if (this.#changes.size > 0) return;
      const next = this.#waiting.shift();
      if (next) this.#press(next);
      this.#goOn();
    });
  }
}
