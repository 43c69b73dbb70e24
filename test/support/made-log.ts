import { join } from 'node:path';
import type { WitnessedHead } from '#main/register/audit-chain/chain.ts';
import { createDatabase } from '#main/register/database/create.ts';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { type OpenRegisterOptions, openDatabase } from '#main/register/database/open.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { auditWriter } from '#main/register/rpc/audit-writer.ts';
import { testClock } from './clock.ts';
import { vaultFolder } from './vault.ts';

const helmi = { id: 'u1', name: 'Helmi Testola', roles: ['reception'] } as const;

/** A closed register whose log has so many rows, every third one with details, and the head after each. */
export async function madeLog(
  rows: number,
): Promise<{ options: OpenRegisterOptions; heads: readonly WitnessedHead[] }> {
  const file = join(await vaultFolder(), 'register-original.db');
  const vaultId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const options = {
    driver: sqlcipherDriver,
    file,
    key: 'ab'.repeat(32),
    vaultId,
    keyEpoch: 1,
    rosterEpoch: 1,
  };
  await createDatabase({ ...options, now: '2026-03-03T08:00:00.000Z' });
  const database = await openDatabase(options);
  const heads = await writeLog(database, rows, '2026-03-03T08:00:00.000Z');
  await database.close();
  return { options, heads };
}

/** Rows as the program writes them, a minute apart. @returns the head after each, signed in the same moment */
export async function writeLog(
  database: RegisterDatabase,
  rows: number,
  from: string,
): Promise<WitnessedHead[]> {
  const clock = testClock(from);
  let made = 0;
  const newId = () => `${from} ${++made}`;
  const writer = auditWriter({ clock, newId, bootId: 'boot', workstation: 'T' });
  const heads: WitnessedHead[] = [];
  for (let written = 0; written < rows; written += 1) {
    const details = written % 3 === 0 ? { field: 'phone', row: written } : undefined;
    const deed = {
      actor: helmi,
      action: 'customers.card',
      outcome: 'done',
      customerId: `c${written % 7}`,
    } as const;
    clock.advance(60_000);
    const head = await database.write((tx) => writer.write(tx, { ...deed, details }));
    heads.push({ ...head, at: clock.now() });
  }
  return heads;
}
