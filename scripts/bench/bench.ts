import { mkdir, mkdtemp, rm } from 'node:fs/promises';
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
  /** Folder in which registers stay for the next run; without it each is removed at the end. */
  readonly keep: string | undefined;
  /** What is left out, of `search`, `card`, `command`, `bulk`, `backup` and `windows`. */
  readonly skipped: ReadonlySet<string>;
  /** Called with each row as soon as it is measured. */
  onRow(row: Row): void;
  onStep(step: string): void;
}

/** Measures every row on a register of fictional customers. */
export async function bench(options: BenchOptions): Promise<Row[]> {
  const { customers, seed, auditRows: length, isAuditOnly, skipped, onRow, onStep } = options;
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    onRow(row);
  };
  await inFolder(options, async (parent) => {
    if (length > 0) {
      onStep(`filling an audit log with ${length} rows`);
      for await (const row of auditRows(parent, length)) add(row);
    }
    if (isAuditOnly) return;
    for await (const row of registerRows(join(parent, 'register'), { customers, seed, skipped, onStep })) {
      add(row);
    }
    if (skipped.has('windows')) return;
    onStep('opening windows');
    for await (const row of windowRows(parent)) add(row);
  });
  return rows;
}

interface Place {
  readonly keep: string | undefined;
  readonly customers: number;
}

/** Works in a folder of its own for each size: a kept one, or a temporary one that is removed. */
export async function inFolder(
  { keep, customers }: Place,
  work: (folder: string) => Promise<void>,
): Promise<void> {
  if (keep !== undefined) {
    const folder = join(keep, String(customers));
    await mkdir(folder, { recursive: true });
    return work(folder);
  }
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-bench-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
