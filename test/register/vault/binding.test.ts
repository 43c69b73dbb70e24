import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { beforeAll, expect, test } from 'vitest';
import { keySetFingerprint, openKeySet, sealKeySet } from '#main/register/vault/database-keys.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { sealingKeyPair, signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { makeRecoveryHeader, newRecoveryKey, openRecoverySlot } from '#main/register/vault/recovery.ts';
import type { RosterBody } from '#main/register/vault/roster.ts';
import { makeSlot, openSlot, type Slot, type SlotKeys } from '#main/register/vault/slots.ts';

const vaultId = uuidv7();
const userId = uuidv7();
const password = 'kolme sinistä kynttilää';
const keys: SlotKeys = {
  version: 1,
  sealingKey: sealingKeyPair().privateKey,
  signingKey: signingKeyPair().privateKey,
  rosterVerifyKey: signingKeyPair().publicKey,
};
let slot: Slot;

beforeAll(async () => {
  slot = await makeSlot({ vaultId, userId, password }, keys, minimumCost);
});

test('a slot opens for its own vault, person, parameters and public key', async () => {
  expect(await openSlot(vaultId, slot, password)).toEqual(keys);
});

test('and for no other', async () => {
  const lanes = slot.kdf.lanes === 4 ? 3 : 4;
  expect(await openSlot(uuidv7(), slot, password)).toBeUndefined();
  expect(await openSlot(vaultId, { ...slot, userId: uuidv7() }, password)).toBeUndefined();
  expect(await openSlot(vaultId, { ...slot, kdf: { ...slot.kdf, lanes } }, password)).toBeUndefined();
  expect(
    await openSlot(vaultId, { ...slot, publicKey: sealingKeyPair().publicKey }, password),
  ).toBeUndefined();
});

test('the same keys under the same password make another slot each time', async () => {
  const again = await makeSlot({ vaultId, userId, password }, keys, minimumCost);
  expect(again.kdf.salt).not.toBe(slot.kdf.salt);
  expect(again.ciphertext).not.toBe(slot.ciphertext);
});

const keySet = { version: 1 as const, database: randomBytes(32).toString('hex') };
const pair = sealingKeyPair();
const recipient = { vaultId, userId, publicKey: pair.publicKey, keyEpoch: 3 };

/** The part of the roster that names the key; the rest plays no part here. */
const roster = {
  databaseKey: { epoch: 3, fingerprint: keySetFingerprint(keySet, recipient) },
} as RosterBody;

test('a sealed database key opens for its own vault, person, public key and epoch', () => {
  const sealed = sealKeySet(recipient, keySet);
  expect(openKeySet(pair.privateKey, recipient, sealed, roster)).toEqual(keySet);
});

test.each([
  ['vault', { vaultId: uuidv7() }],
  ['person', { userId: uuidv7() }],
  ['public key', { publicKey: sealingKeyPair().publicKey }],
  ['epoch', { keyEpoch: 4 }],
])('one that was sealed for another %s does not', (_name, change) => {
  const sealed = sealKeySet(recipient, keySet);
  expect(() => openKeySet(pair.privateKey, { ...recipient, ...change }, sealed, roster)).toThrow(
    expect.objectContaining({ fault: { kind: 'hostile', reason: 'database-key-not-for-this-person' } }),
  );
});

test('the recovery slot opens for its own vault and header only', () => {
  const recoveryKey = newRecoveryKey();
  const { rosterVerifyKey } = keys;
  const recovery = makeRecoveryHeader(vaultId, recoveryKey, rosterVerifyKey);
  const refused = expect.objectContaining({
    fault: { kind: 'recovery-key-invalid', problem: 'does-not-open' },
  });
  expect(openRecoverySlot(vaultId, recoveryKey, recovery)).toMatchObject({ version: 2, rosterVerifyKey });
  expect(() => openRecoverySlot(uuidv7(), recoveryKey, recovery)).toThrow(refused);
  const foreign = { ...recovery, publicKey: sealingKeyPair().publicKey };
  expect(() => openRecoverySlot(vaultId, recoveryKey, foreign)).toThrow(refused);
  expect(() => openRecoverySlot(vaultId, newRecoveryKey(), recovery)).toThrow(refused);
});
