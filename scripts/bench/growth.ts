import { join } from 'node:path';
import { inFolder } from './bench.ts';
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
  /** Folder in which registers stay for the next run; without it each is removed before the next is made. */
  readonly keep: string | undefined;
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

/** Measures a register of each size, one after another. */
export async function growth({ sizes, seed, keep, skipped, onRow, onStep }: GrowthOptions): Promise<Growth> {
  const rows: { size: number; row: Row }[] = [];
  for (const size of [...sizes].sort((a, b) => a - b)) {
    await inFolder({ keep, customers: size }, async (folder) => {
      const filling = { customers: size, seed, skipped, onStep };
      for await (const row of registerRows(join(folder, 'register'), filling)) {
        rows.push({ size, row });
        onRow(row);
      }
    });
  }
  return { rows, plot: growthPlot('What the register costs as it grows', linesOf(rows)) };
}

function linesOf(rows: Growth['rows']): Line[] {
  const pointsOf = (beginning: string) =>
    rows.filter(({ row }) => row.name.startsWith(beginning)).map(({ size, row }) => ({ size, ms: row.ours }));
  return drawnRows.map(([beginning, name]) => ({ name, points: pointsOf(beginning) }));
}
