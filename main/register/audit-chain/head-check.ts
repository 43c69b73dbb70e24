import type { ChainHead } from './chain.ts';
import type { Finding } from './findings.ts';

/** Holds what people signed against what the log says: the log contains every signed head, and may be longer. */
export class HeadCheck {
  readonly #expected: ChainHead[];
  /** Hashes of the rows that heads name, as found in the log. */
  readonly #seen = new Map<number, string | null>();

  constructor(heads: readonly ChainHead[]) {
    this.#expected = [...heads].sort((a, b) => a.sequence - b.sequence);
    for (const { sequence } of heads) this.#seen.set(sequence, null);
  }

  see(place: number, hash: string): void {
    if (this.#seen.has(place)) this.#seen.set(place, hash);
  }

  /**
   * Heads that are not in the log and that nothing else explains.
   * @param end the newest row that fits @param others what was found already
   */
  missing(end: number, others: readonly Finding[]): Finding[] {
    const findings: Finding[] = [];
    let signed = 0;
    for (const { sequence, hash } of this.#expected) {
      if (this.#seen.get(sequence) === hash) {
        signed = sequence;
      } else if (sequence <= end && !isExplained(sequence, signed, [...others, ...findings])) {
        findings.push({ kind: 'rewritten', sequence, since: signed + 1 });
      }
    }
    return [...findings, ...this.#cut(end, others)];
  }

  #cut(end: number, others: readonly Finding[]): Finding[] {
    const farthest = this.#expected.at(-1)?.sequence ?? 0;
    const reached = Math.max(end, ...others.map(({ sequence }) => sequence));
    return farthest > reached ? [{ kind: 'cut', sequence: reached + 1, to: farthest }] : [];
  }
}

/** A row between two heads that was changed, moved or taken away explains why the second one does not fit. */
function isExplained(sequence: number, signed: number, findings: readonly Finding[]): boolean {
  return findings.some((finding) => placesOf(finding).some((place) => place > signed && place <= sequence));
}

function placesOf(finding: Finding): number[] {
  if (finding.kind === 'details-changed') return [];
  if (finding.kind === 'rewritten') return [finding.since];
  return finding.kind === 'reordered' ? [finding.sequence, finding.belongsAt] : [finding.sequence];
}
