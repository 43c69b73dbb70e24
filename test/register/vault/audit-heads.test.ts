import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { removeUser, resetPassword } from '#main/register/vault/accounts.ts';
import { recordHead, signHead, trustedHeads } from '#main/register/vault/audit-heads.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { recover } from '#main/register/vault/recover.ts';
import { headIsSigned, type SignedHead } from '#main/register/vault/signed-heads.ts';
import { trustedContent } from '#main/register/vault/trusted.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import type { VaultPlace } from '#main/register/vault/vault-place.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPerson,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultText,
} from '#test/support/vault.ts';

const bo = { name: 'Bo Påhitt', roles: ['reception'], password: 'neljä vihreää omenaa korissa' } as const;
const own = 'viisi keltaista sitruunaa';
let vault: TestVault;
let boId: string;
let openOfBo: OpenVault;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: boId } = await addPerson(vault.place, vault.open, bo));
  openOfBo = await unlock(vault.place, { userId: boId }, bo.password);
});

const head = (sequence: number) => ({
  sequence,
  hash: createHash('sha256').update(`row ${sequence}`).digest('hex'),
  at: '2026-11-18T12:32:07.123Z',
});

const headsIn = async (place: VaultPlace, open = vault.open) =>
  trustedHeads(await trustedContent(place, open));

test('the vault keeps the newest head of each person, with whose it is', async () => {
  const place = await copyOfVault(vault);
  await recordHead(place, vault.open, signHead(vault.open, head(7)));
  await recordHead(place, openOfBo, signHead(openOfBo, head(9)));
  await recordHead(place, vault.open, signHead(vault.open, head(12)));
  expect(await headsIn(place)).toEqual([
    { ...head(9), userId: boId, name: bo.name, signature: expect.any(String) },
    { ...head(12), userId: vault.open.user.id, name: firstPerson.name, signature: expect.any(String) },
  ]);
});

test('recording a head changes neither the roster nor its epoch', async () => {
  const place = await copyOfVault(vault);
  const before = await readVaultFile(place.folder);
  await recordHead(place, openOfBo, signHead(openOfBo, head(1)));
  expect({ ...(await readVaultFile(place.folder)), auditHeads: [] }).toEqual(before);
});

test('heads recorded at once are all there', async () => {
  const place = await copyOfVault(vault);
  await Promise.all([vault.open, openOfBo].map((open) => recordHead(place, open, signHead(open, head(3)))));
  expect(await headsIn(place)).toHaveLength(2);
});

test('what somebody signed before a reset, and before they left, is still checked', async () => {
  const place = await copyOfVault(vault);
  await recordHead(place, openOfBo, signHead(openOfBo, head(5)));
  const { oneTimePassphrase } = await resetPassword(place, vault.open, boId);
  expect(await headsIn(place)).toMatchObject([{ userId: boId, sequence: 5 }]);
  const open = await chooseOwnPassword(place, { userId: boId }, oneTimePassphrase, own);
  const late = signHead(open, head(6));
  await recordHead(place, open, late);
  await removeUser(place, vault.open, boId);
  expect(await headsIn(place)).toMatchObject([{ userId: boId, name: bo.name, sequence: 6 }]);
  const { roster } = await readVaultFile(place.folder);
  expect([signHead(openOfBo, head(5)), late].map((signed) => headIsSigned(roster.body, signed))).toEqual([
    true,
    true,
  ]);
});

test('a recovery keeps what the recovered person had signed', async () => {
  const place = await copyOfVault(vault);
  await recordHead(place, vault.open, signHead(vault.open, head(5)));
  const { open } = await recover(place, vault.recoveryKey, { userId: vault.open.user.id, newPassword: own });
  expect(await headsIn(place, open)).toMatchObject([{ userId: vault.open.user.id, sequence: 5 }]);
});

test.each<[string, (signed: SignedHead) => SignedHead]>([
  ['with another hash', (signed) => ({ ...signed, hash: '0'.repeat(64) })],
  ['with another sequence', (signed) => ({ ...signed, sequence: 4 })],
  ['with another time', (signed) => ({ ...signed, at: '2026-11-19T12:32:07.123Z' })],
  ['under another name', (signed) => ({ ...signed, userId: vault.open.user.id })],
  ['of somebody who never was', (signed) => ({ ...signed, userId: vault.open.vaultId })],
])('a head %s is forged, and refused before anyone signs in', async (_name, forge) => {
  const place = await copyOfVault(vault);
  const forged = forge(signHead(openOfBo, head(5)));
  await forgeVault(place.folder, (content) => ({ ...content, auditHeads: [forged] }));
  await expect(readVaultFile(place.folder)).rejects.toMatchObject({
    fault: { kind: 'hostile', reason: 'forged-audit-head' },
  });
});

test('nobody records a head for somebody else, nor one of another register', async () => {
  const place = await copyOfVault(vault);
  const other = await temporaryVault();
  const before = await vaultText(place.folder);
  const foreign = { ...signHead(other.open, head(5)), userId: vault.open.user.id };
  for (const signed of [signHead(openOfBo, head(5)), foreign]) {
    await expect(recordHead(place, vault.open, signed)).rejects.toMatchObject({
      fault: { reason: 'forged-audit-head' },
    });
  }
  expect(await vaultText(place.folder)).toBe(before);
});
