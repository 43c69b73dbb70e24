/** One line of the benchmark: ours beside its reference, measured in the same run in turns. */
export interface Row {
  readonly name: string;
  readonly unit: 'ms' | 'MiB';
  readonly ours: number;
  readonly reference: number;
  /** What the reference is. */
  readonly against: string;
  readonly ratio: number;
  /** In words, as in the performance targets. */
  readonly target: string;
  readonly met: boolean;
}

interface Target {
  readonly target: string;
  readonly isMet: (ours: number, reference: number) => boolean;
}

export const atMostTimes = (factor: number): Target => ({
  target: `≤ ${factor} ×`,
  isMet: (ours, reference) => ours <= factor * reference,
});
export const atMostMs = (ms: number): Target => ({ target: `≤ ${ms} ms`, isMet: (ours) => ours <= ms });

export function row(
  name: string,
  figures: { ours: number; reference: number; against: string; unit?: Row['unit'] },
  { target, isMet }: Target,
): Row {
  const { ours, reference, against, unit = 'ms' } = figures;
  return {
    name,
    unit,
    ours,
    reference,
    against,
    ratio: ours / reference,
    target,
    met: isMet(ours, reference),
  };
}

/** The value under which the share of the samples lies; 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/**
 * Runs both sides in turns, so that a busy moment of the machine meets both alike. The first rounds warm up and
 * do not count.
 * @param prepare untimed work before each side of each round
 */
export async function interleaved(
  rounds: number,
  ours: (round: number) => Promise<unknown> | unknown,
  reference: (round: number) => Promise<unknown> | unknown,
  prepare: (side: 'ours' | 'reference') => Promise<void> | void = () => undefined,
): Promise<{ ours: number[]; reference: number[] }> {
  const samples = { ours: [] as number[], reference: [] as number[] };
  const warmUp = rounds === 1 ? 0 : Math.max(1, Math.ceil(rounds / 10));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    await prepare('ours');
    const mine = await timed(() => ours(round));
    await prepare('reference');
    const other = await timed(() => reference(round));
    if (round < warmUp) continue;
    samples.ours.push(mine);
    samples.reference.push(other);
  }
  return samples;
}

async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
