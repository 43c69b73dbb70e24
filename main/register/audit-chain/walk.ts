import { type AuditRow, type ChainHead, genesis, isSealed, type WitnessedHead } from './chain.ts';
import { detailsCommitment } from './details.ts';
import { byPlace, type Finding } from './findings.ts';
import { HeadCheck } from './head-check.ts';
import { explain, type TroubledRegion } from './troubled-region.ts';

export interface StoredDetails {
  readonly body: string;
  readonly salt: string;
}

/** What a whole walk found. */
export interface WalkResult {
  readonly rows: number;
  /** Rows whose details were erased. */
  readonly erased: number;
  readonly findings: readonly Finding[];
  /** Rows, by their numbers now, from which on the program has written after somebody had touched the log. */
  readonly resumed: readonly number[];
  /** The newest row, by the number it was written under; 0 when there is none. */
  readonly newest: ChainHead;
  /** False when there was too much trouble to go on to the end. */
  readonly isWhole: boolean;
}

/** A row that is in its place, or was taken to be. */
interface Accepted {
  /** The number it was written under. */
  readonly place: number;
  readonly stored: number;
  readonly hash: string;
}

/** Beyond so many troubles the log is not looked at further: it is then not this log any more. */
const mostTroubles = 1000;
/** How many rows back the walk can change its mind. */
const memory = 64;
/** How far from its place a row is looked for: far for the first troubles and in long ones, near otherwise. */
const near = 64;
const far = 20_000;
/** How far beyond the rows that are left the log is thought to have reached. */
const beyond = 16;
const firstTroubles = 20;
const longTrouble: ReadonlySet<number> = new Set([3, 30, 300]);

/**
 * Goes through the log in its stored order and says what does not fit. A row's hash binds its content, its number and
 * the row before. So a row that fits its hash under another number has been moved, and where the rows around a place
 * still link up they show which one is the stranger.
 *
 * `add` every row in order of sequence, then `end`.
 */
export class ChainWalk {
  readonly #findings: Finding[] = [];
  readonly #regions: TroubledRegion[] = [];
  readonly #accepted: Accepted[];
  readonly #heads: HeadCheck;
  #held: AuditRow | null = null;
  #pending: AuditRow[] = [];
  /** Stored number minus the number a row was written under. */
  #shift = 0;
  #rows = 0;
  #erased = 0;
  #troubles = 0;

  /** @param heads what people signed, their signatures already checked */
  constructor(chainId: string, heads: readonly WitnessedHead[] = []) {
    this.#accepted = [{ place: 0, stored: 0, hash: genesis(chainId).hash }];
    this.#heads = new HeadCheck(heads);
  }

  /** Nothing more would be learned from the rows that are left. */
  get isHopeless(): boolean {
    return this.#troubles + this.#findings.length > mostTroubles;
  }

  add(row: AuditRow, details: StoredDetails | null): void {
    this.#rows += 1;
    this.#checkDetails(row, details);
    if (this.#held) this.#judge(this.#held, row);
    this.#held = row;
  }

  end(): WalkResult {
    if (this.#held) this.#judge(this.#held, null);
    this.#held = null;
    this.#closeRegion(this.#lastOwn, null, true);
    const findings = [...this.#findings, ...explain(this.#regions, this.#heads)];
    const isWhole = !this.isHopeless;
    const missing = isWhole
      ? this.#heads.missing(this.#last.place)
      : { findings: [], resumed: this.#heads.resumed };
    findings.push(...missing.findings);
    const { place, hash } = this.#last;
    return {
      rows: this.#rows,
      erased: this.#erased,
      findings: findings.sort(byPlace),
      resumed: missing.resumed,
      newest: { sequence: place, hash },
      isWhole,
    };
  }

  get #last(): Accepted {
    return this.#accepted.at(-1) as Accepted;
  }

  /** The place of the newest row looked at, as far as its number tells. */
  get #lastOwn(): number {
    return Math.max(this.#last.place, (this.#pending.at(-1)?.sequence ?? 0) - this.#shift);
  }

  /** Whether it was written when the row that is now stored before it was the newest one. */
  #isLinked(row: AuditRow): boolean {
    return row.previous_hash === (this.#pending.at(-1) ?? this.#last).hash;
  }

  #checkDetails(row: AuditRow, details: StoredDetails | null): void {
    const { details_commitment: commitment, sequence } = row;
    if (details === null) {
      if (commitment !== null) this.#erased += 1;
    } else if (commitment === null || detailsCommitment(details.salt, details.body) !== commitment) {
      this.#findings.push({ kind: 'details-changed', sequence });
    }
  }

  #judge(row: AuditRow, next: AuditRow | null): void {
    const own = row.sequence - this.#shift;
    const follows = own === this.#last.place + 1 && row.previous_hash === this.#last.hash;
    if (follows && isSealed(row, own)) {
      this.#accept(row, own);
      return;
    }
    const place = this.#placeOf(row, next);
    if (place === null) {
      this.#pending.push(row);
      this.#troubles += 1;
    } else if (place > this.#last.place || this.#isLinked(row)) {
      this.#goOnAt(row, place);
    } else {
      this.#goBackTo(row, place);
    }
  }

  /** The number the row was written under, when the rows around it leave no doubt; null otherwise. */
  #placeOf(row: AuditRow, next: AuditRow | null): number | null {
    if (next !== null && next.previous_hash !== row.hash) return null;
    const own = row.sequence - this.#shift;
    if (next === null && this.#pending.length > 0) {
      return this.#fits(row, own) ? own : this.#searchResumed(row);
    }
    return this.#placeByLink(row) ?? this.#searchResumed(row) ?? this.#search(row, own);
  }

  /** The place after the row that this one is linked to, when it is the next one or taken by another row. */
  #placeByLink(row: AuditRow): number | null {
    const index = this.#accepted.findLastIndex(({ hash }) => hash === row.previous_hash);
    const before = this.#accepted[index];
    if (!before || !isSealed(row, before.place + 1)) return null;
    const isTaken = this.#accepted[index + 1]?.place === before.place + 1;
    return before === this.#last || isTaken ? before.place + 1 : null;
  }

  /** A row of the program that wrote on: its number follows what the rows before were then, and may be a used one. */
  #searchResumed(row: AuditRow): number | null {
    if (!this.#isLinked(row)) return null;
    for (let distance = 0; distance <= near; distance += 1) {
      if (isSealed(row, row.sequence + distance)) return row.sequence + distance;
      if (isSealed(row, row.sequence - distance)) return row.sequence - distance;
    }
    return null;
  }

  #search(row: AuditRow, own: number): number | null {
    if (this.#fits(row, own)) return own;
    const isFar = this.#troubles < firstTroubles || longTrouble.has(this.#pending.length);
    const farthest = isFar ? far : near;
    for (let distance = 1; distance <= farthest; distance += 1) {
      if (this.#fits(row, own + distance)) return own + distance;
      if (this.#fits(row, own - distance)) return own - distance;
    }
    return null;
  }

  #fits(row: AuditRow, place: number): boolean {
    return place > this.#last.place && isSealed(row, place);
  }

  #goOnAt(row: AuditRow, place: number): void {
    const { place: lastPlace, hash, stored } = this.#last;
    const isResumed = this.#isResumed(row, place);
    if (place === lastPlace + 1 && row.previous_hash !== hash && !isResumed) {
      // The first row is linked to the register itself: there is no row before it that could be the false one.
      const culprit = lastPlace === 0 ? row.sequence : stored;
      this.#findings.push({ kind: 'changed', sequence: culprit, sealedAgain: true });
      this.#heads.gone(lastPlace, lastPlace);
    }
    const end = row.previous_hash === hash ? lastPlace : this.#lastOwn;
    this.#closeRegion(isResumed ? end : place - 1, row, isResumed);
    if (isResumed) this.#resume(row, end + 1, place);
    this.#shift = row.sequence - place;
    this.#accept(row, place);
  }

  /** Whether the numbers had been moved when the program wrote this row: it follows others, and not by its number. */
  #isResumed(row: AuditRow, place: number): boolean {
    const own = row.sequence - this.#shift;
    if (place === own) return false;
    if (row.previous_hash === this.#last.hash) return place !== this.#last.place + 1;
    // A false row before it may have been given a hash that hides a gap: then the number is neither lower nor its own.
    return this.#isLinked(row) && (place < own || place === row.sequence);
  }

  #resume(row: AuditRow, lostFrom: number, place: number): void {
    this.#heads.resume({ stored: row.sequence, lostFrom }, row.at);
    this.#troubles += 1;
    // The log may have reached farther: a row that was moved away may have its home there.
    const to = Math.max(place - 1, lostFrom + beyond - 1);
    const region = { from: lostFrom, to, rows: [], shift: this.#shift, isEnd: true };
    this.#regions.push({ ...region, hashBefore: row.previous_hash, linkAfter: row.previous_hash });
  }

  /** The rows taken meanwhile were made to fit, but this one follows the row before them. */
  #goBackTo(row: AuditRow, place: number): void {
    const index = this.#accepted.findLastIndex(({ hash }) => hash === row.previous_hash);
    const strangers = this.#accepted.splice(index + 1).map(({ stored }) => stored);
    strangers.push(...this.#pending.map(({ sequence }) => sequence));
    this.#pending = [];
    for (const sequence of strangers) this.#findings.push({ kind: 'inserted', sequence });
    this.#shift = row.sequence - place;
    this.#accept(row, place);
  }

  /**
   * @param to the last place that a row is missing from
   * @param next the next good row; null at the end of the log
   * @param isEnd the log ended here, now or when the program wrote on: it may never have reached these places
   */
  #closeRegion(to: number, next: AuditRow | null, isEnd: boolean): void {
    const rows = this.#pending;
    this.#pending = [];
    const { place, hash } = this.#last;
    if (to === place && rows.length === 0) return;
    this.#troubles += 1;
    const region = { from: place + 1, to, rows, shift: this.#shift, isEnd };
    this.#regions.push({ ...region, hashBefore: hash, linkAfter: next?.previous_hash ?? null });
  }

  #accept(row: AuditRow, place: number): void {
    this.#heads.pass(place, row, row.sequence, this.#last.place);
    this.#accepted.push({ place, stored: row.sequence, hash: row.hash });
    if (this.#accepted.length > 2 * memory) this.#accepted.splice(0, memory);
  }
}
