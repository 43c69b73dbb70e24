import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFictionalRegister } from '../fiction/register.ts';
import type { Row } from './measure.ts';
import { backupRow, bulkRow, cardRow, commandRow, openBench, searchRow } from './register-rows.ts';
import { windowRows } from './window-rows.ts';

export interface BenchOptions {
  readonly customers: number;
  readonly seed: number;
  /** Called with each row as soon as it is measured. */
  onRow(row: Row): void;
  onStep(step: string): void;
}

/** Measures every row on a new register of fictional customers, which is removed afterwards. */
export async function bench({ customers, seed, onRow, onStep }: BenchOptions): Promise<Row[]> {
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-bench-'));
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    onRow(row);
  };
  try {
    const folder = join(parent, 'register');
    onStep(`filling a register with ${customers} fictional customers`);
    await createFictionalRegister(folder, { seed, customers, visitsPerCustomer: 5, consentsPerCustomer: 4 });
    const register = await openBench(folder, customers);
    for (const measure of [searchRow, cardRow, commandRow, bulkRow, backupRow]) add(await measure(register));
    register.plain.close();
    onStep('opening windows');
    for await (const row of windowRows(parent, register.customerIds[0] ?? '')) add(row);
    return rows;
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}
