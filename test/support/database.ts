import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createDatabase } from '#main/register/database/create.ts';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { type OpenRegisterOptions, openDatabase } from '#main/register/database/open.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';

/** A folder of its own, removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What opens the register that `createTemporaryRegister` made. */
export type TemporaryRegister = OpenRegisterOptions & { readonly folder: string };

/** A real, new, encrypted, closed register file under a random key. */
export async function createTemporaryRegister(): Promise<TemporaryRegister> {
  const folder = await temporaryFolder();
  const register = {
    driver: sqlcipherDriver,
    file: join(folder, 'register-test.db'),
    key: randomBytes(32).toString('hex'),
    vaultId: '01890a5d-ac96-774b-bcce-b302099a8057',
    keyEpoch: 1,
  };
  await createDatabase({ ...register, now: '2026-03-03T08:00:00.000Z' });
  return { ...register, folder };
}

/** The same, opened; closed and removed when the test ends. */
export async function temporaryDatabase(): Promise<
  RegisterDatabase & { readonly register: TemporaryRegister }
> {
  const register = await createTemporaryRegister();
  const database = await openDatabase(register);
  onTestFinished(() => database.close());
  return Object.assign(database, { register });
}
