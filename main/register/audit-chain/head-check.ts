import type { WitnessedHead } from './chain.ts';
import type { Finding } from './findings.ts';
import { LaterRows, type Resumption } from './later-rows.ts';

/** Holds what people signed against what the log says: the log contains every signed head, and may be longer. */
export class HeadCheck {
  readonly #expected: readonly WitnessedHead[];
  readonly #at = new Map<number, WitnessedHead[]>();
  readonly #found = new Set<WitnessedHead>();
  readonly #later: LaterRows;
  readonly #gone: { readonly from: number; readonly to: number }[] = [];
  readonly #resumed: (Resumption & { readonly at: string })[] = [];
  /** The farthest place that something is known of outside the rows in order. */
  #reached = 0;

  constructor(heads: readonly WitnessedHead[]) {
    this.#expected = [...heads].sort((a, b) => a.sequence - b.sequence);
    this.#later = new LaterRows(heads);
    for (const head of heads) {
      const others = this.#at.get(head.sequence);
      if (others) others.push(head);
      else this.#at.set(head.sequence, [head]);
    }
  }

  /** A row in order. @param stored its number now @param before the place of the row before it */
  pass(
    place: number,
    row: { readonly hash: string; readonly at: string },
    stored: number,
    before: number,
  ): void {
    this.#later.pass(row.at, { stored, lostFrom: before + 1 });
    const heads = this.#at.get(place);
    // Two different rows have stood under one number, when the program wrote on after some had been taken away.
    if (!heads) return;
    for (const head of this.#find(heads, row.hash)) this.#later.find(head);
  }

  /** A row as it was written, wherever it stands: of the time of the rows before it this tells nothing. */
  see(place: number, hash: string): void {
    this.#reached = Math.max(this.#reached, place);
    this.#find(this.#at.get(place) ?? [], hash);
  }

  /** These rows were changed or are gone: their heads need no other reason. */
  gone(from: number, to: number): void {
    this.#reached = Math.max(this.#reached, to);
    this.#gone.push({ from, to });
  }

  /** The numbers show that the program wrote on here after the log had been touched. */
  resume(resumption: Resumption, at: string): void {
    this.#resumed.push({ ...resumption, at });
  }

  /**
   * Heads that are not in the log and that nothing else explains, and where the program has written on.
   * @param end the newest row that fits
   */
  missing(end: number): { readonly findings: Finding[]; readonly resumed: readonly number[] } {
    const findings = new Map<string, Finding>();
    const resumed = new Set(this.resumed);
    const reached = Math.max(end, this.#reached);
    let signed = 0;
    for (const head of this.#expected) {
      const { sequence } = head;
      if (this.#found.has(head)) signed = sequence;
      if (this.#found.has(head) || this.#gone.some(({ from, to }) => from <= sequence && sequence <= to))
        continue;
      const resumption = this.#resumptionOf(head);
      if (resumption) resumed.add(resumption.stored);
      const cut = resumption?.lostFrom ?? (sequence > reached ? reached + 1 : null);
      if (cut === null) findings.set(`since ${signed}`, { kind: 'rewritten', sequence, since: signed + 1 });
      else findings.set(`cut ${cut}`, { kind: 'cut', sequence: cut, to: sequence });
    }
    return { findings: [...findings.values()], resumed: [...resumed].sort((a, b) => a - b) };
  }

  /** Where the program wrote on, as far as the numbers show. */
  get resumed(): readonly number[] {
    return this.#resumed.map(({ stored }) => stored);
  }

  #find(heads: readonly WitnessedHead[], hash: string): readonly WitnessedHead[] {
    const found = heads.filter((head) => head.hash === hash);
    for (const head of found) this.#found.add(head);
    return found;
  }

  /** The first place where rows were written after the head was signed, as though the log had never reached it. */
  #resumptionOf(head: WitnessedHead): Resumption | undefined {
    const shown = this.#resumed.filter(({ at }) => at > head.at);
    const later = this.#later.after(head);
    return [...shown, ...(later ? [later] : [])]
      .filter(({ lostFrom }) => lostFrom <= head.sequence)
      .sort((a, b) => a.stored - b.stored)[0];
  }
}
