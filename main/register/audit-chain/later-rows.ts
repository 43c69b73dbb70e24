import type { WitnessedHead } from './chain.ts';

/** Where the program wrote on after the log had been touched. */
export interface Resumption {
  /** The first row that was written then, by its number now. */
  readonly stored: number;
  /** The number after the last one that was left: rows from here on are gone, if there were any. */
  readonly lostFrom: number;
}

/**
 * For each signed head the first row that was written after the signature. When the head's own row is not in the log,
 * and rows under its number or smaller ones were written later, then the end was cut off and the program wrote on.
 */
export class LaterRows {
  readonly #byTime: readonly WitnessedHead[];
  readonly #rank: ReadonlyMap<WitnessedHead, number>;
  readonly #first: (Resumption | undefined)[] = [];
  /** The first head that no row has been later than. */
  #next = 0;

  constructor(heads: readonly WitnessedHead[]) {
    this.#byTime = [...heads].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    this.#rank = new Map(this.#byTime.map((head, index) => [head, index]));
  }

  pass(at: string, row: Resumption): void {
    for (let head = this.#byTime[this.#next]; head && head.at < at; head = this.#byTime[this.#next]) {
      this.#first[this.#next] = row;
      this.#next += 1;
    }
  }

  /** The row of this head is there, and so were all before it: a later time among them was a clock that went wrong. */
  find(head: WitnessedHead): void {
    this.#next = Math.min(this.#next, (this.#rank.get(head) ?? 0) + 1);
  }

  after(head: WitnessedHead): Resumption | undefined {
    const rank = this.#rank.get(head) ?? 0;
    return rank < this.#next ? this.#first[rank] : undefined;
  }
}
