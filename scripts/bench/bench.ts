import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRows } from './audit-rows.ts';
import type { Row } from './measure.ts';
import { registerRows } from './register-rows.ts';
import { windowRows } from './window-rows.ts';

export interface BenchOptions {
  readonly customers: number;
  readonly seed: number;
  /** Length of the audit log for its own rows of the benchmark; 0 leaves them out. */
  readonly auditRows: number;
  /** Whether only those are measured. */
  readonly isAuditOnly: boolean;
  /** What is left out, of `search`, `card`, `command`, `bulk`, `backup` and `windows`. */
  readonly skipped: ReadonlySet<string>;
  /** Called with each row as soon as it is measured. */
  onRow(row: Row): void;
  onStep(step: string): void;
}

/** Measures every row on a new register of fictional customers, which is removed afterwards. */
export async function bench(options: BenchOptions): Promise<Row[]> {
  const { customers, seed, auditRows: length, isAuditOnly, skipped, onRow, onStep } = options;
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-bench-'));
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    onRow(row);
  };
  try {
    if (length > 0) {
      onStep(`filling an audit log with ${length} rows`);
      for await (const row of auditRows(parent, length)) add(row);
    }
    if (isAuditOnly) return rows;
    const folder = join(parent, 'register');
    onStep(`filling a register with ${customers} fictional customers`);
    for await (const row of registerRows(folder, { customers, seed, skipped, onStep })) add(row);
    if (skipped.has('windows')) return rows;
    onStep('opening windows');
    for await (const row of windowRows(parent)) add(row);
    return rows;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
