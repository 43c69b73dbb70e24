import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createVault, type NewVault } from '#main/register/vault/create.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import {
  cheapHash,
  exampleClinic,
  firstPassword,
  firstPerson,
  type TestVault,
  temporaryVault,
  vaultFolder,
  vaultText,
} from '#test/support/vault.ts';

let vault: TestVault;

beforeAll(async () => {
  vault = await temporaryVault();
});

const newVault = (): NewVault => ({
  clinic: exampleClinic,
  person: firstPerson,
  password: firstPassword,
  recoveryKey: newRecoveryKey(),
  databaseFile: 'register-other.db',
});

test('the person who makes the vault holds it open', () => {
  const { open } = vault;
  expect(open.databaseKey).toMatch(/^[0-9a-f]{64}$/);
  expect(open).toMatchObject({
    databaseFile: 'register-test.db',
    keyEpoch: 1,
    rosterEpoch: 1,
    canAdminister: true,
  });
  expect(open.user).toMatchObject({ ...firstPerson, healthProfileGrant: false });
});

test('the sign-in screen can read the clinic and the names without a password', async () => {
  expect(await readVault(vault.folder)).toEqual({
    vaultId: vault.open.vaultId,
    clinic: exampleClinic,
    users: [{ id: vault.open.user.id, ...firstPerson }],
    databaseFile: 'register-test.db',
    keyEpoch: 1,
  });
});

test('the folder holds nothing of the password, the database key or the recovery key', async () => {
  const names = await readdir(vault.folder);
  expect(names.sort()).toEqual(['door.json', 'vault.json']);
  const text = (await Promise.all(names.map((name) => readFile(join(vault.folder, name), 'utf8')))).join(
    '\n',
  );
  const key = Buffer.from(vault.open.databaseKey, 'hex');
  const secrets = [firstPassword, vault.recoveryKey, vault.open.databaseKey];
  const spellings = [
    key.toString('base64'),
    key.toString('base64url'),
    Buffer.from(firstPassword).toString('base64url'),
  ];
  for (const secret of [...secrets, ...spellings]) expect(text).not.toContain(secret);
});

test('beside the clinic, names and roles, the file tells only ids, public keys, parameters and ciphertexts', async () => {
  const { content } = JSON.parse(await vaultText(vault.folder));
  const words = new Set<string>();
  JSON.stringify(content, (key, value) => {
    if (key === 'clinic' || key === 'roles' || key === 'name') return undefined;
    if (typeof value === 'string') words.add(value);
    return value;
  });
  const technical = /^([0-9a-f-]{36}|[A-Za-z0-9_-]{16,}|argon2id|active|register-test\.db)$/;
  expect([...words].filter((word) => !technical.test(word))).toEqual([]);
});

test.skipIf(process.platform === 'win32')(
  'only the owner of the computer account may read the vault',
  async () => {
    expect((await stat(join(vault.folder, 'vault.json'))).mode & 0o077).toBe(0);
  },
);

test('a vault that exists is never overwritten', async () => {
  const before = await vaultText(vault.folder);
  await expect(createVault(vault.place, newVault())).rejects.toMatchObject({ kind: 'vault-exists' });
  expect(await vaultText(vault.folder)).toBe(before);
});

test.each(['vault.previous.json', 'register-0190.db'])(
  'nor is one made beside a %s that lost its vault',
  async (name) => {
    const folder = await vaultFolder();
    await writeFile(join(folder, name), 'what is left');
    const place = vaultPlace(folder, cheapHash);
    await expect(createVault(place, newVault())).rejects.toMatchObject({ kind: 'vault-exists' });
    await expect(readVault(folder)).rejects.toMatchObject({ kind: 'damaged' });
    expect(await readdir(folder)).toEqual([name]);
  },
);

test('two set-ups at once make one vault', async () => {
  const folder = await vaultFolder();
  const attempts = [newVault(), newVault()].map((input) => createVault(vaultPlace(folder, cheapHash), input));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(
    await unlock(vaultPlace(folder, cheapHash), { typedName: firstPerson.name }, firstPassword),
  ).toBeTruthy();
});

test('a folder without a vault says so', async () => {
  await expect(readVault(await vaultFolder())).rejects.toMatchObject({ kind: 'no-vault' });
  await expect(readVault(join(await vaultFolder(), 'missing'))).rejects.toMatchObject({ kind: 'no-vault' });
});

test.each([
  ['lyhyt', 'too-short'],
  ['salasana1234', 'common'],
  [firstPerson.name, 'personal'],
  [exampleClinic.name, 'personal'],
])('the password %j is refused', async (password, hint) => {
  const place = vaultPlace(await vaultFolder(), cheapHash);
  const attempt = createVault(place, { ...newVault(), password });
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'weak-password', hint: expect.any(String) } });
  if (hint !== 'common') await expect(attempt).rejects.toMatchObject({ fault: { hint } });
  expect(await readdir(place.folder)).toEqual([]);
});

test('a first person who could not administer is a mistake of the caller', async () => {
  const place = vaultPlace(await vaultFolder(), cheapHash);
  const person = { name: 'Aino Esimerkki', roles: ['reception'] as const };
  await expect(createVault(place, { ...newVault(), person })).rejects.toThrow(RangeError);
});

test('a database file outside the folder is refused', async () => {
  const place = vaultPlace(await vaultFolder(), cheapHash);
  const attempt = createVault(place, { ...newVault(), databaseFile: '../register-x.db' });
  await expect(attempt).rejects.toMatchObject({ kind: 'hostile' });
});
