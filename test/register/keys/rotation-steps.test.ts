import { once } from 'node:events';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { childProgram } from '#test/support/child-process.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';
import { cheapHash } from '#test/support/vault.ts';

interface Told {
  readonly outcome: string;
  readonly goesOn: boolean;
  readonly moments: number;
}

let start: Awaited<ReturnType<typeof childProgram>>;

beforeAll(async () => {
  start = await childProgram(join(import.meta.dirname, 'rotation-steps-child.ts'));
});

/** Lets a process rotate the key; null when it was killed before it could tell. */
async function rotateIn(folder: string, how: 'kill' | 'full', moment: number): Promise<Told | null> {
  await cp(inject('registerTemplate'), folder, { recursive: true });
  const child = start(folder, how, String(moment));
  let told: Told | null = null;
  child.on('message', (message: Told) => {
    told = message;
  });
  await Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  return told;
}

/** The next sign-in finds one vault with one sound database, of either key. @returns the key's epoch */
async function workingPair(folder: string): Promise<number> {
  const vault = await unlock(vaultPlace(folder, cheapHash), { typedName: people.all.name }, testPassword);
  const { database } = await openRegister(vaultPlace(folder, cheapHash), vault);
  const offices = await database.read.selectFrom('office').select('name').execute();
  await database.close();
  expect(offices).toHaveLength(1);
  const file = join(folder, vault.databaseFile);
  expect(await findDamageInFile(sqlcipherDriver, file, vault.databaseKey)).toEqual([]);
  const databases = (await readdir(folder)).filter((name) => name.startsWith('register-'));
  expect(databases).toEqual([vault.databaseFile]);
  return vault.keyEpoch;
}

describe('a rotation leaves exactly one working pair of vault and database', () => {
  it('when it is killed before any moment in which something becomes durable', async () => {
    const parent = await temporaryFolder();
    const epochs: number[] = [];
    for (let moment = 1; ; moment += 1) {
      const folder = join(parent, `${moment}`);
      const told = await rotateIn(folder, 'kill', moment);
      epochs.push(await workingPair(folder));
      if (told) break;
    }
    // Old, old, old … and from the rename of the vault on: new.
    expect(epochs).toEqual([...epochs].sort((a, b) => a - b));
    expect(new Set(epochs)).toEqual(new Set([1, 2]));
    expect(epochs.length).toBeGreaterThan(5);
  }, 120_000);

  it('when the disk is full at any of those moments, and the session goes on', async () => {
    const parent = await temporaryFolder();
    for (let moment = 1; ; moment += 1) {
      const folder = join(parent, `${moment}`);
      const told = await rotateIn(folder, 'full', moment);
      const epoch = await workingPair(folder);
      expect(told?.goesOn).toBe(true);
      // Full after the vault's rename: the new key is in use, and that is what the person is told.
      expect([told?.outcome, epoch]).toEqual(told?.outcome === 'done' ? ['done', 2] : ['storage-full', 1]);
      if ((told?.moments ?? 0) < moment) break;
    }
  }, 120_000);
});
