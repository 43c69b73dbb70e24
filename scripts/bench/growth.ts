import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './measure.ts';
import { growthPlot, type Line } from './plot.ts';
import { registerRows } from './register-rows.ts';

/** The rows whose cost may grow with the register, and what the plot calls them. */
const drawnRows: readonly (readonly [beginning: string, name: string])[] = [
  ['search in the register', 'search with marks and log, p95'],
  ['customer card', 'card with its tabs, p95'],
  ['durable one-row command with its audit row', 'durable one-row command'],
  ['verified backup', 'verified backup'],
];

export interface GrowthOptions {
  readonly sizes: readonly number[];
  readonly seed: number;
  /** Names of the register's rows that are left out. */
  readonly skipped: ReadonlySet<string>;
  onRow(row: Row): void;
  onStep(step: string): void;
}

/** The register's rows at each size. */
export interface Growth {
  readonly rows: readonly { readonly size: number; readonly row: Row }[];
  /** An SVG document. */
  readonly plot: string;
}

/** Measures a new register of each size, one after another; each is removed before the next is made. */
export async function growth({ sizes, seed, skipped, onRow, onStep }: GrowthOptions): Promise<Growth> {
  const rows: { size: number; row: Row }[] = [];
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-growth-'));
    try {
      onStep(`filling a register with ${size} fictional customers`);
      for await (const row of registerRows(join(parent, 'register'), {
        customers: size,
        seed,
        skipped,
        onStep,
      })) {
        rows.push({ size, row });
        onRow(row);
      }
    } finally {
      await rm(parent, { recursive: true, force: true });
    }
  }
  return { rows, plot: growthPlot('What the register costs as it grows', linesOf(rows)) };
}

function linesOf(rows: Growth['rows']): Line[] {
  const pointsOf = (beginning: string) =>
    rows.filter(({ row }) => row.name.startsWith(beginning)).map(({ size, row }) => ({ size, ms: row.ours }));
  return drawnRows.map(([beginning, name]) => ({ name, points: pointsOf(beginning) }));
}
