import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { newKeySet } from '#main/register/vault/database-keys.ts';
import { type KeyPair, sealingKeyPair, sign, signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { type NewKeys, withNewKeys } from '#main/register/vault/people.ts';
import { makeRecoveryHeader, newRecoveryKey } from '#main/register/vault/recovery.ts';
import { mostFormer, mostFormerKeys, mostUsers, type RosterUser } from '#main/register/vault/roster.ts';
import { sealVault } from '#main/register/vault/seal-vault.ts';
import { headBytes, type SignedHead } from '#main/register/vault/signed-heads.ts';
import type { Slot } from '#main/register/vault/slots.ts';
import { continueSuccession, isUnbroken, type Succession, succeed } from '#main/register/vault/succession.ts';
import type { VaultContent } from '#main/register/vault/vault-content.ts';
import { changeVaultFile, readVaultFile } from '#main/register/vault/vault-file.ts';
import { copyOfVault, exampleClinic, type TestVault, temporaryVault } from '#test/support/vault.ts';

const key = () => randomBytes(32).toString('base64url');
let vault: TestVault;
let slot: Slot;

beforeAll(async () => {
  vault = await temporaryVault();
  const [first] = (await readVaultFile(vault.folder)).slots;
  if (!first) throw new Error('a slot expected');
  slot = first;
});

/** More roster keys than are remembered, from the first to the last. */
function longSuccession(vaultId: string, steps: number): { succession: Succession; keys: KeyPair[] } {
  const keys = Array.from({ length: steps + 1 }, signingKeyPair);
  const succession = keys
    .slice(1)
    .reduce<Succession>(
      (before, next, index) => succeed(vaultId, before, keys[index]?.privateKey ?? '', next),
      [],
    );
  return { succession, keys };
}

function headOf(vaultId: string, userId: string, signingKey: string): SignedHead {
  const head = {
    userId,
    sequence: Number.MAX_SAFE_INTEGER,
    hash: 'ab'.repeat(32),
    at: '2026-11-22T12:00:00.000Z',
  };
  return { ...head, signature: sign(signingKey, headBytes(vaultId, head)).toString('base64url') };
}

/** As many people, former people, keys, heads and successions as the schema allows, with the longest names. */
function largest(vaultId: string): VaultContent {
  const { succession, keys } = longSuccession(vaultId, 200);
  const signing = signingKeyPair();
  const name = (index: number) => `${index} `.padEnd(100, 'ä');
  const formerVerifyKeys = Array.from({ length: mostFormerKeys }, key);
  const users = Array.from(
    { length: mostUsers },
    (_, index): RosterUser => ({
      id: uuidv7(),
      name: name(index),
      roles: ['reception', 'manager', 'admin'],
      status: 'active',
      healthProfileGrant: false,
      sealingKey: sealingKeyPair().publicKey,
      verifyKey: signing.publicKey,
      formerVerifyKeys,
    }),
  );
  const verifyKeys = [signing.publicKey, ...formerVerifyKeys.slice(1)];
  const former = Array.from({ length: mostFormer }, (_, index) => ({
    id: uuidv7(),
    name: name(index),
    verifyKeys,
  }));
  const recovery = makeRecoveryHeader(vaultId, newRecoveryKey(), key());
  return sealVault(
    {
      clinic: exampleClinic,
      database: { file: 'register-test.db' },
      body: { vaultId, epoch: 1_000_000, users, former },
      keyEpoch: 1000,
      slots: users.map(({ id }) => ({ ...slot, userId: id, oneTime: true })),
      recovery,
      succession,
      auditHeads: [...users, ...former].map(({ id }) => headOf(vaultId, id, signing.privateKey)),
    },
    { keySet: newKeySet(), rosterSigningKey: keys.at(-1)?.privateKey ?? '' },
  );
}

test('the largest vault that the rules allow can be written and read', async () => {
  const place = await copyOfVault(vault);
  const content = largest(vault.open.vaultId);
  await changeVaultFile(place.folder, () => content);
  const read = await readVaultFile(place.folder);
  expect(read).toEqual(content);
  expect(read.auditHeads).toHaveLength(mostUsers + mostFormer);
});

test('after more successions than are kept, only the earliest keys are no longer followed', () => {
  const { vaultId } = vault.open;
  const { succession, keys } = longSuccession(vaultId, 203);
  expect(succession).toHaveLength(200);
  expect(isUnbroken(vaultId, succession)).toBe(true);
  const last = keys.at(-1)?.publicKey;
  expect(continueSuccession(vaultId, succession, keys[3]?.publicKey ?? '')).toBe(last);
  expect(continueSuccession(vaultId, succession, keys[2]?.publicKey ?? '')).toBeUndefined();
});

test('after more resets than are kept, a head of the earliest key makes room instead of stopping the next change', () => {
  const { vaultId } = vault.open;
  const first = signingKeyPair();
  const rosterKey = signingKeyPair();
  const person: RosterUser = {
    id: uuidv7(),
    name: 'Bo Påhitt',
    roles: ['admin'],
    status: 'active',
    healthProfileGrant: false,
    sealingKey: sealingKeyPair().publicKey,
    verifyKey: first.publicKey,
  };
  const headsAfter = (resets: number) => {
    let users = [person];
    for (let reset = 0; reset < resets; reset += 1) {
      const publicKeys = { sealingKey: sealingKeyPair().publicKey, verifyKey: signingKeyPair().publicKey };
      users = withNewKeys({ users }, person.id, { publicKeys } as NewKeys);
    }
    return sealVault(
      {
        clinic: exampleClinic,
        database: { file: 'register-test.db' },
        body: { vaultId, epoch: 1, users },
        keyEpoch: 1,
        slots: [{ ...slot, userId: person.id }],
        recovery: makeRecoveryHeader(vaultId, newRecoveryKey(), rosterKey.publicKey),
        succession: [],
        auditHeads: [headOf(vaultId, person.id, first.privateKey)],
      },
      { keySet: newKeySet(), rosterSigningKey: rosterKey.privateKey },
    ).auditHeads;
  };
  expect(headsAfter(mostFormerKeys)).toHaveLength(1);
  expect(headsAfter(mostFormerKeys + 1)).toHaveLength(0);
});
