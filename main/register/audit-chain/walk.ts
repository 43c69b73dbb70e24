import { type AuditRow, type ChainHead, genesis, type WitnessedHead } from './chain.ts';
import { detailsCommitment } from './details.ts';
import { byPlace, type Finding } from './findings.ts';
import { HeadCheck } from './head-check.ts';
import { Trail } from './trail.ts';
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

/** Beyond so many troubles the log is not looked at further: it is then not this log any more. */
const mostTroubles = 1000;
/** How far beyond the rows that are left the log is thought to have reached. */
const beyond = 16;
const firstTroubles = 20;

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
  readonly #trail: Trail;
  readonly #heads: HeadCheck;
  #held: AuditRow | null = null;
  #rows = 0;
  #erased = 0;
  #troubles = 0;

  /** @param heads what people signed, their signatures already checked */
  constructor(chainId: string, heads: readonly WitnessedHead[] = []) {
    this.#trail = new Trail(genesis(chainId).hash);
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
    this.#closeRegion(this.#trail.lastOwn, null, true);
    const findings = [...this.#findings, ...explain(this.#regions, this.#heads)];
    const isWhole = !this.isHopeless;
    const missing = isWhole
      ? this.#heads.missing(this.#trail.last.place)
      : { findings: [], resumed: this.#heads.resumed };
    findings.push(...missing.findings);
    const { place, hash } = this.#trail.last;
    return {
      rows: this.#rows,
      erased: this.#erased,
      findings: findings.sort(byPlace),
      resumed: missing.resumed,
      newest: { sequence: place, hash },
      isWhole,
    };
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
    if (this.#trail.isNext(row)) {
      this.#accept(row, this.#trail.last.place + 1);
      return;
    }
    const place = this.#trail.placeOf(row, next, this.#troubles < firstTroubles);
    if (place === null) {
      this.#trail.keepWaiting(row);
      this.#troubles += 1;
    } else if (place > this.#trail.last.place || this.#trail.isLinked(row)) {
      this.#goOnAt(row, place);
    } else {
      this.#goBackTo(row, place);
    }
  }

  #goOnAt(row: AuditRow, place: number): void {
    const { place: lastPlace, hash, stored } = this.#trail.last;
    const isResumed = this.#isResumed(row, place);
    if (place === lastPlace + 1 && row.previous_hash !== hash && !isResumed) {
      // The first row is linked to the register itself: there is no row before it that could be the false one.
      const culprit = lastPlace === 0 ? row.sequence : stored;
      this.#findings.push({ kind: 'changed', sequence: culprit, sealedAgain: true });
      this.#heads.gone(lastPlace, lastPlace);
    }
    const end = row.previous_hash === hash ? lastPlace : this.#trail.lastOwn;
    this.#closeRegion(isResumed ? end : place - 1, row, isResumed);
    if (isResumed) this.#resume(row, end + 1, place);
    this.#accept(row, place);
  }

  /** Whether the numbers had been moved when the program wrote this row: it follows others, and not by its number. */
  #isResumed(row: AuditRow, place: number): boolean {
    const own = this.#trail.ownPlace(row);
    if (place === own) return false;
    if (row.previous_hash === this.#trail.last.hash) return place !== this.#trail.last.place + 1;
    // A false row before it may have been given a hash that hides a gap: then the number is neither lower nor its own.
    return this.#trail.isLinked(row) && (place < own || place === row.sequence);
  }

  #resume(row: AuditRow, lostFrom: number, place: number): void {
    this.#heads.resume({ stored: row.sequence, lostFrom }, row.at);
    this.#troubles += 1;
    // The log may have reached farther: a row that was moved away may have its home there.
    const to = Math.max(place - 1, lostFrom + beyond - 1);
    const region = { from: lostFrom, to, rows: [], shift: this.#trail.shift, isEnd: true };
    this.#regions.push({ ...region, hashBefore: row.previous_hash, linkAfter: row.previous_hash });
  }

  /** The rows taken meanwhile were made to fit, but this one follows the row before them. */
  #goBackTo(row: AuditRow, place: number): void {
    const strangers = this.#trail.dropAfter(row.previous_hash);
    strangers.push(...this.#trail.takeWaiting().map(({ sequence }) => sequence));
    for (const sequence of strangers) this.#findings.push({ kind: 'inserted', sequence });
    this.#accept(row, place);
  }

  /**
   * @param to the last place that a row is missing from
   * @param next the next good row; null at the end of the log
   * @param isEnd the log ended here, now or when the program wrote on: it may never have reached these places
   */
  #closeRegion(to: number, next: AuditRow | null, isEnd: boolean): void {
    const rows = this.#trail.takeWaiting();
    const { place, hash } = this.#trail.last;
    if (to === place && rows.length === 0) return;
    this.#troubles += 1;
    const region = { from: place + 1, to, rows, shift: this.#trail.shift, isEnd };
    this.#regions.push({ ...region, hashBefore: hash, linkAfter: next?.previous_hash ?? null });
  }

  #accept(row: AuditRow, place: number): void {
    this.#heads.pass(place, row, row.sequence, this.#trail.last.place);
    this.#trail.accept(row, place);
  }
}
