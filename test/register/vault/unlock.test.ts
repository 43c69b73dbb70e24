import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  cheapHash,
  copyOfVault,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultContent,
} from '#test/support/vault.ts';

const second = {
  name: 'Åsa Påhitt-Weiß',
  roles: ['reception'],
  password: 'neljä vihreää omenaa korissa',
} as const;
let vault: TestVault;
let secondId: string;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: secondId } = await addPerson(vault.place, vault.open, second));
});

/** A process of its own, so that one test's failures do not slow another. */
const freshPlace = () => copyOfVault(vault);

test('the right password opens the same keys again', async () => {
  const open = await unlock(await freshPlace(), { userId: vault.open.user.id }, firstPassword);
  expect(open.databaseKey).toBe(vault.open.databaseKey);
  expect(open.user).toEqual(vault.open.user);
});

test('another person opens the same database key with their own password, under their own role', async () => {
  const open = await unlock(await freshPlace(), { userId: secondId }, second.password);
  expect(open.databaseKey).toBe(vault.open.databaseKey);
  expect(open).toMatchObject({
    canAdminister: false,
    rosterEpoch: 2,
    user: { name: second.name, roles: ['reception'] },
  });
});

test.each([second.name, '  åsa påhitt-weiss ', 'ÅSA  PÅHITT-WEISS', 'A\u030Asa Pa\u030Ahitt-Weiß'])(
  'the typed name %j finds the person',
  async (typedName) => {
    const open = await unlock(await freshPlace(), { typedName }, second.password);
    expect(open.user.id).toBe(secondId);
  },
);

test('a password typed with combining accents is the same password', async () => {
  const open = await unlock(
    await freshPlace(),
    { userId: vault.open.user.id },
    firstPassword.normalize('NFD'),
  );
  expect(open.user.id).toBe(vault.open.user.id);
});

test('a wrong password, a password of somebody else and an unknown name get one answer', async () => {
  const place = await freshPlace();
  const attempts: [Parameters<typeof unlock>[1], string][] = [
    [{ userId: vault.open.user.id }, `${firstPassword}!`],
    [{ userId: secondId }, firstPassword],
    [{ typedName: 'Nobody At All' }, firstPassword],
  ];
  const faults = [];
  for (const [who, password] of attempts) {
    const error = await unlock(place, who, password).then(
      () => undefined,
      (error: { fault: unknown }) => error.fault,
    );
    faults.push(error);
  }
  expect(faults).toEqual(attempts.map(() => ({ kind: 'wrong-credentials' })));
});

test('an unknown name costs as much work as a wrong password', async () => {
  // Processor time, since a busy computer stretches the time on the wall.
  const work = async (typedName: string) => {
    const place = await freshPlace();
    const start = process.cpuUsage();
    await unlock(place, { typedName }, 'wrong password here').catch(() => undefined);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  await work(firstPerson.name);
  const known = await work(firstPerson.name);
  // Without a hash it would be a few hundredths of it.
  expect(await work('Nobody At All')).toBeGreaterThan(known / 3);
});

test('what a person signs is verified by the key in the roster', async () => {
  const bytes = Buffer.from('head of the log');
  const { roster } = await vaultContent(vault.folder);
  const raw = Buffer.from(roster.body.users[0]?.verifyKey ?? '', 'base64url');
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    format: 'der',
    type: 'spki',
  });
  expect(verify(null, bytes, key, vault.open.sign(bytes))).toBe(true);
  expect(verify(null, Buffer.from('another'), key, vault.open.sign(bytes))).toBe(false);
});

test('an open vault shows no private key to whoever logs or copies it', () => {
  const shown = JSON.stringify({ ...vault.open } satisfies OpenVault);
  expect(Object.keys(JSON.parse(shown)).sort()).toEqual([
    'canAdminister',
    'databaseFile',
    'databaseKey',
    'keyEpoch',
    'rosterEpoch',
    'user',
    'vaultId',
  ]);
});

test('a process that starts anew needs nothing but the folder', async () => {
  const open = await unlock(vaultPlace(vault.folder, cheapHash), { userId: secondId }, second.password);
  expect(open.vaultId).toBe(vault.open.vaultId);
});
