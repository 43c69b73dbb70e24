import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { keySetFingerprint, sealKeySet } from '#main/register/vault/database-keys.ts';
import { sealingKeyPair, signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { type RosterBody, type RosterUser, signRoster } from '#main/register/vault/roster.ts';
import { readVault, unlock } from '#main/register/vault/unlock.ts';
import { recipientFor } from '#main/register/vault/vault.ts';
import type { VaultContent } from '#main/register/vault/vault-content.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const second = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
let vault: TestVault;
let secondId: string;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: secondId } = await addPerson(vault.place, vault.open, second));
});

const withBody = (content: VaultContent, change: (body: RosterBody) => RosterBody): VaultContent => ({
  ...content,
  roster: { ...content.roster, body: change(content.roster.body) },
});

const withSecond = (body: RosterBody, change: Partial<RosterUser>): RosterBody => ({
  ...body,
  users: body.users.map((user) => (user.id === secondId ? { ...user, ...change } : user)),
});

/** What the forged vault gives at sign-in, with the right password of the second person. */
async function signInTo(forge: (content: VaultContent) => VaultContent) {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, forge);
  const forged = await vaultText(place.folder);
  const outcome = await unlock(place, { userId: secondId }, second.password).then(
    (open) => open,
    (error: { fault?: unknown }) => error.fault ?? error,
  );
  expect(await vaultText(place.folder)).toBe(forged);
  return outcome;
}

test.each<[string, Partial<RosterUser>]>([
  ['a raised role', { roles: ['reception', 'manager', 'admin'] }],
  ['a granted health profile', { healthProfileGrant: true }],
  ['a changed name', { name: 'Somebody Else' }],
])('%s breaks the signature and is seen before anyone signs in', async (_name, change) => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => withBody(content, (body) => withSecond(body, change)));
  await expect(readVault(place.folder)).rejects.toMatchObject({
    fault: { kind: 'hostile', reason: 'roster-signature' },
  });
});

test('a roster signed again with a foreign key is refused by the key that the slot pins', async () => {
  const foreign = signingKeyPair();
  const outcome = await signInTo((content) => ({
    ...content,
    roster: signRoster(withSecond(content.roster.body, { roles: ['admin'] }), foreign.privateKey, []),
    administratorKeys: [],
  }));
  expect(outcome).toEqual({ kind: 'hostile', reason: 'foreign-roster-key' });
});

test('slots exchanged between two people open for neither', async () => {
  const exchange = (content: VaultContent): VaultContent => {
    const [first, other] = content.slots;
    if (!first || !other) throw new Error('two slots expected');
    return {
      ...content,
      slots: [
        { ...first, userId: other.userId },
        { ...other, userId: first.userId },
      ],
    };
  };
  expect(await signInTo(exchange)).toEqual({ kind: 'wrong-credentials' });
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, exchange);
  const asFirst = unlock(place, { userId: vault.open.user.id }, second.password);
  await expect(asFirst).rejects.toMatchObject({ kind: 'wrong-credentials' });
});

test('an open slot does not accept other public keys for its person', async () => {
  const { privateKey } = signingKeyPair();
  const outcome = await signInTo((content) => ({
    ...content,
    roster: signRoster(
      withSecond(content.roster.body, { verifyKey: signingKeyPair().publicKey }),
      privateKey,
      [],
    ),
  }));
  expect(outcome).toMatchObject({ kind: 'hostile' });
});

test('weaker or changed hash parameters do not open the slot', async () => {
  const withKdf = (change: object) => (content: VaultContent) => ({
    ...content,
    slots: content.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } })),
  });
  expect(await signInTo(withKdf({ passes: 4 }))).toEqual({ kind: 'wrong-credentials' });
});

test.each([
  ['too little memory', { memoryKiB: 1024 }],
  ['too much memory', { memoryKiB: 8 * 1024 * 1024 }],
  ['too few passes', { passes: 1 }],
  ['too many passes', { passes: 1_000_000 }],
  ['too many lanes', { lanes: 64 }],
  ['no lanes', { lanes: 0 }],
])('%s is refused before any hashing', async (_name, change) => {
  const place = await copyOfVault(vault);
  const counter = await readFile(join(place.folder, 'door.json'), 'utf8');
  await forgeVault(place.folder, (content) => ({
    ...content,
    slots: content.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } })),
  }));
  const attempt = unlock(place, { userId: secondId }, second.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'kdf-parameters' } });
  // Each hash is counted before it begins.
  expect(await readFile(join(place.folder, 'door.json'), 'utf8')).toBe(counter);
});

test('a database key sealed for another person does not open', async () => {
  const outcome = await signInTo((content) => ({
    ...content,
    databaseKeys: content.databaseKeys.map((entry, index, all) => ({
      ...(all[1 - index] ?? entry),
      userId: entry.userId,
    })),
  }));
  expect(outcome).toEqual({ kind: 'hostile', reason: 'database-key-not-for-this-person' });
});

test('a database key of the forger, sealed rightly, is not the one that the roster names', async () => {
  const keySet = { version: 1 as const, database: 'ab'.repeat(32) };
  const outcome = await signInTo((content) => ({
    ...content,
    databaseKeys: content.databaseKeys.map((entry) => {
      const user = content.roster.body.users.find(({ id }) => id === entry.userId);
      if (!user) throw new Error('user expected');
      return { userId: entry.userId, ...sealKeySet(recipientFor(content, user), keySet) };
    }),
  }));
  expect(outcome).toEqual({ kind: 'hostile', reason: 'foreign-database-key' });
});

test('another key epoch breaks the signature, and signed by a foreign key it is refused', async () => {
  const later = (body: RosterBody): RosterBody => ({
    ...body,
    databaseKey: { ...body.databaseKey, epoch: 2 },
  });
  expect(await signInTo((content) => withBody(content, later))).toMatchObject({ reason: 'roster-signature' });
  const { privateKey } = signingKeyPair();
  const resigned = (content: VaultContent) => ({
    ...content,
    roster: signRoster(later(content.roster.body), privateKey, []),
  });
  expect(await signInTo(resigned)).toEqual({ kind: 'hostile', reason: 'foreign-roster-key' });
});

test("a recovery key of the forger's own is not taken", async () => {
  const outcome = await signInTo((content) => ({
    ...content,
    recovery: { ...content.recovery, publicKey: sealingKeyPair().publicKey },
  }));
  expect(outcome).toEqual({ kind: 'hostile', reason: 'recovery-key-and-roster-differ' });
});

test.each<[string, (content: VaultContent) => VaultContent]>([
  ['a slot left out', (content) => ({ ...content, slots: content.slots.slice(1) })],
  ['a slot twice', (content) => ({ ...content, slots: [...content.slots, ...content.slots.slice(1)] })],
  ['a database key left out', (content) => ({ ...content, databaseKeys: content.databaseKeys.slice(0, 1) })],
  ['an unknown field', (content) => ({ ...content, extra: true }) as VaultContent],
  ['a path as database file', (content) => ({ ...content, database: { file: '../../register-x.db' } })],
])('%s is refused', async (_name, forge) => {
  expect(await signInTo(forge)).toMatchObject({ kind: 'hostile' });
});

test('the vault of another clinic with the same people does not open with this one’s slots', async () => {
  const other = await temporaryVault();
  const outcome = await signInTo((content) => ({ ...content, vaultId: other.open.vaultId }));
  expect(outcome).toEqual({ kind: 'hostile', reason: 'roster-of-another-vault' });
});

test('the fingerprint of a database key tells keys, epochs and vaults apart', () => {
  const key = { version: 1 as const, database: 'ab'.repeat(32) };
  const at = { vaultId: vault.open.vaultId, keyEpoch: 1 };
  const seen = [
    keySetFingerprint(key, at),
    keySetFingerprint({ ...key, database: 'cd'.repeat(32) }, at),
    keySetFingerprint(key, { ...at, keyEpoch: 2 }),
    keySetFingerprint(key, { ...at, vaultId: secondId }),
  ];
  expect(new Set(seen).size).toBe(4);
});

test('the first person still signs in to the untouched vault', async () => {
  const open = await unlock(await copyOfVault(vault), { userId: vault.open.user.id }, firstPassword);
  expect(open.canAdminister).toBe(true);
});
