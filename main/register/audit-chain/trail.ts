import { type AuditRow, isSealed } from './chain.ts';

/** A row that is in its place, or was taken to be. */
export interface Accepted {
  /** The number it was written under. */
  readonly place: number;
  readonly stored: number;
  readonly hash: string;
}

/** How many rows back the walk can change its mind. */
const memory = 64;
/** How far from its place a row is looked for: far for the first troubles and in long ones, near otherwise. */
const near = 64;
const far = 20_000;
const longTrouble: ReadonlySet<number> = new Set([3, 30, 300]);

/** The rows that the walk has just passed, and where a row belongs among them. */
export class Trail {
  readonly #accepted: Accepted[];
  #waiting: AuditRow[] = [];
  /** Stored number minus the number a row was written under. */
  #shift = 0;

  /** @param genesisHash what the first row is linked to */
  constructor(genesisHash: string) {
    this.#accepted = [{ place: 0, stored: 0, hash: genesisHash }];
  }

  get last(): Accepted {
    return this.#accepted.at(-1) as Accepted;
  }

  get shift(): number {
    return this.#shift;
  }

  /** The place of the newest row looked at, as far as its number tells. */
  get lastOwn(): number {
    return Math.max(this.last.place, (this.#waiting.at(-1)?.sequence ?? 0) - this.#shift);
  }

  /** The place that the row's number tells. */
  ownPlace(row: AuditRow): number {
    return row.sequence - this.#shift;
  }

  isNext(row: AuditRow): boolean {
    const own = this.ownPlace(row);
    return own === this.last.place + 1 && row.previous_hash === this.last.hash && isSealed(row, own);
  }

  /** Whether it was written when the row that is now stored before it was the newest one. */
  isLinked(row: AuditRow): boolean {
    return row.previous_hash === (this.#waiting.at(-1) ?? this.last).hash;
  }

  accept(row: AuditRow, place: number): void {
    this.#shift = row.sequence - place;
    this.#accepted.push({ place, stored: row.sequence, hash: row.hash });
    if (this.#accepted.length > 2 * memory) this.#accepted.splice(0, memory);
  }

  /** Keeps a row that fits nowhere so far. */
  keepWaiting(row: AuditRow): void {
    this.#waiting.push(row);
  }

  /** The rows that fit nowhere since the last one accepted; they are forgotten here. */
  takeWaiting(): AuditRow[] {
    const rows = this.#waiting;
    this.#waiting = [];
    return rows;
  }

  /** Goes back to the row that has this hash. @returns the numbers of the rows accepted after it */
  dropAfter(hash: string): number[] {
    const index = this.#accepted.findLastIndex((row) => row.hash === hash);
    return this.#accepted.splice(index + 1).map(({ stored }) => stored);
  }

  /**
   * The number the row was written under, when the rows around it leave no doubt; null otherwise.
   * @param isThorough looks far from the row's own number, which takes thousands of hashes
   */
  placeOf(row: AuditRow, next: AuditRow | null, isThorough: boolean): number | null {
    if (next !== null && next.previous_hash !== row.hash) return null;
    const own = this.ownPlace(row);
    if (next === null && this.#waiting.length > 0) {
      return this.#fits(row, own) ? own : this.#searchResumed(row);
    }
    return this.#placeByLink(row) ?? this.#searchResumed(row) ?? this.#search(row, own, isThorough);
  }

  /** The place after the row that this one is linked to, when it is the next one or taken by another row. */
  #placeByLink(row: AuditRow): number | null {
    const index = this.#accepted.findLastIndex(({ hash }) => hash === row.previous_hash);
    const before = this.#accepted[index];
    if (!before || !isSealed(row, before.place + 1)) return null;
    const isTaken = this.#accepted[index + 1]?.place === before.place + 1;
    return before === this.last || isTaken ? before.place + 1 : null;
  }

  /** A row of the program that wrote on: its number follows what the rows before were then, and may be a used one. */
  #searchResumed(row: AuditRow): number | null {
    if (!this.isLinked(row)) return null;
    for (let distance = 0; distance <= near; distance += 1) {
      if (isSealed(row, row.sequence + distance)) return row.sequence + distance;
      if (isSealed(row, row.sequence - distance)) return row.sequence - distance;
    }
    return null;
  }

  #search(row: AuditRow, own: number, isThorough: boolean): number | null {
    if (this.#fits(row, own)) return own;
    const farthest = isThorough || longTrouble.has(this.#waiting.length) ? far : near;
    for (let distance = 1; distance <= farthest; distance += 1) {
      if (this.#fits(row, own + distance)) return own + distance;
      if (this.#fits(row, own - distance)) return own - distance;
    }
    return null;
  }

  #fits(row: AuditRow, place: number): boolean {
    return place > this.last.place && isSealed(row, place);
  }
}
