import { beforeAll, expect, test } from 'vitest';
import {
  addUser,
  disableUser,
  removeUser,
  renameUser,
  resetPassword,
  setRoles,
} from '#main/register/vault/accounts.ts';
import { sealAdministratorKey } from '#main/register/vault/administrator-keys.ts';
import { signingKeyPair } from '#main/register/vault/key-pairs.ts';
import { recover, renewRecoveryKey } from '#main/register/vault/recover.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { type RosterBody, signRoster } from '#main/register/vault/roster.ts';
import { succeed } from '#main/register/vault/succession.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { type OpenVault, secretsOf } from '#main/register/vault/vault.ts';
import type { VaultContent } from '#main/register/vault/vault-content.ts';
import type { VaultPlace } from '#main/register/vault/vault-place.ts';
import { addPerson } from '#test/support/staff.ts';
import {
  copyOfVault,
  firstPassword,
  forgeVault,
  type TestVault,
  temporaryVault,
  vaultContent,
  vaultText,
} from '#test/support/vault.ts';

const bo = { name: 'Bo Påhitt', roles: ['admin'], password: 'neljä vihreää omenaa korissa' } as const;
const cecilia = {
  name: 'Cecilia Keksitty',
  roles: ['reception'],
  password: 'viisi keltaista sitruunaa',
} as const;
let vault: TestVault;
let boId: string;
let ceciliaId: string;
/** The key that Bo holds as an administrator, and keeps in memory when he is one no longer. */
let keyOfBo: string;

beforeAll(async () => {
  vault = await temporaryVault();
  ({ userId: boId } = await addPerson(vault.place, vault.open, bo));
  ({ userId: ceciliaId } = await addPerson(vault.place, vault.open, cecilia));
  keyOfBo = secretsOf(await unlock(vault.place, { userId: boId }, bo.password)).rosterSigningKey ?? '';
});

const rosterKey = async (place: VaultPlace) => (await vaultContent(place.folder)).roster.verifyKey;

type Change = (place: VaultPlace, admin: OpenVault) => Promise<unknown>;

test.each<[string, Change]>([
  ['removed', (place, admin) => removeUser(place, admin, boId)],
  ['disabled', (place, admin) => disableUser(place, admin, boId)],
  ['given other roles', (place, admin) => setRoles(place, admin, boId, ['reception'])],
  ['reset', (place, admin) => resetPassword(place, admin, boId)],
])(
  'when an administrator is %s, another key signs the roster, and everybody else follows it',
  async (_name, change) => {
    const place = await copyOfVault(vault);
    const before = await rosterKey(place);
    await change(place, vault.open);
    expect(await rosterKey(place)).not.toBe(before);
    expect((await unlock(place, { userId: ceciliaId }, cecilia.password)).databaseKey).toBe(
      vault.open.databaseKey,
    );
    expect((await unlock(place, { userId: vault.open.user.id }, firstPassword)).canAdminister).toBe(true);
  },
);

test.each<[string, Change]>([
  [
    'somebody is added',
    (place, admin) => addUser(place, admin, { name: 'Daavid Tekaistu', roles: ['admin'] }),
  ],
  ['a receptionist is removed', (place, admin) => removeUser(place, admin, ceciliaId)],
  ['an administrator is renamed', (place, admin) => renameUser(place, admin, boId, 'Bo Keksitty')],
  [
    'an administrator gets one more role',
    (place, admin) => setRoles(place, admin, boId, ['manager', 'admin']),
  ],
])('when %s, the key stays', async (_name, change) => {
  const place = await copyOfVault(vault);
  const before = await rosterKey(place);
  await change(place, vault.open);
  expect(await rosterKey(place)).toBe(before);
});

test('a slot trusts the new key alone after its person has signed in once', async () => {
  const place = await copyOfVault(vault);
  await removeUser(place, vault.open, boId);
  const open = await unlock(place, { userId: ceciliaId }, cecilia.password);
  expect(secretsOf(open).slotKeys.rosterVerifyKey).toBe(await rosterKey(place));
  const after = await vaultText(place.folder);
  await unlock(place, { userId: ceciliaId }, cecilia.password);
  expect(await vaultText(place.folder)).toBe(after);
});

test('an administrator who goes on in the open session can still make changes', async () => {
  const place = await copyOfVault(vault);
  const { open } = await removeUser(place, vault.open, boId);
  expect(open).toMatchObject({ canAdminister: true, rosterEpoch: 4 });
  await addUser(place, open, { name: 'Daavid Tekaistu', roles: ['reception'] });
  await addUser(place, vault.open, { name: 'Eeva Satunnainen', roles: ['reception'] });
});

test('many successions are followed from the first key, by people and by the recovery key', async () => {
  const place = await copyOfVault(vault);
  for (let time = 0; time < 3; time += 1) {
    await setRoles(place, vault.open, boId, ['reception']);
    await setRoles(place, vault.open, boId, ['admin']);
  }
  expect((await vaultContent(place.folder)).roster.succession).toHaveLength(3);
  expect((await unlock(place, { userId: boId }, bo.password)).canAdminister).toBe(true);
  const { open } = await recover(place, vault.recoveryKey, {
    userId: boId,
    newPassword: 'kuusi harmaata kiveä',
  });
  expect(open).toMatchObject({ canAdminister: true, databaseKey: vault.open.databaseKey });
});

test('somebody who was promoted can be recovered, and can recover nobody without the role', async () => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, ceciliaId, ['reception', 'admin']);
  const person = { userId: ceciliaId, newPassword: 'kuusi harmaata kiveä' };
  expect((await recover(place, vault.recoveryKey, person)).open.canAdminister).toBe(true);
});

test('a renewed recovery key recovers, and the one before it opens nothing', async () => {
  const place = await copyOfVault(vault);
  const recoveryKey = newRecoveryKey();
  const { open } = await renewRecoveryKey(place, vault.open, recoveryKey);
  expect(open.canAdminister).toBe(true);
  const person = { userId: boId, newPassword: 'kuusi harmaata kiveä' };
  await expect(recover(place, vault.recoveryKey, person)).rejects.toMatchObject({
    fault: { kind: 'recovery-key-invalid', problem: 'does-not-open' },
  });
  expect((await recover(place, recoveryKey, person)).open.databaseKey).toBe(vault.open.databaseKey);
});

test('only an administrator renews the recovery key', async () => {
  const place = await copyOfVault(vault);
  const open = await unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(renewRecoveryKey(place, open, newRecoveryKey())).rejects.toMatchObject({
    kind: 'not-administrator',
  });
});

/** What somebody makes of the vault who has tools of their own and the key that Bo had. */
function takenOver(
  content: VaultContent,
  change: (body: RosterBody) => RosterBody,
  steps: VaultContent['roster']['succession'],
) {
  const { privateKey, publicKey } = signingKeyPair();
  const { vaultId, roster } = content;
  const body = change({ ...roster.body, epoch: roster.body.epoch + 1 });
  const administrators = body.users.filter(
    ({ status, roles }) => status === 'active' && roles.includes('admin'),
  );
  return {
    ...content,
    roster: signRoster(body, privateKey, succeed(vaultId, steps, keyOfBo, { publicKey })),
    administratorKeys: administrators.map((user) => {
      const sealed = sealAdministratorKey(
        { vaultId, userId: user.id, publicKey: user.sealingKey },
        privateKey,
      );
      return { userId: user.id, ...sealed };
    }),
  };
}

const raised = (body: RosterBody): RosterBody => ({
  ...body,
  users: body.users.map((user) => (user.id === ceciliaId ? { ...user, roles: ['admin' as const] } : user)),
});

test('a succession that a former administrator forges is refused by everybody who has signed in since', async () => {
  const place = await copyOfVault(vault);
  await removeUser(place, vault.open, boId);
  await unlock(place, { userId: ceciliaId }, cecilia.password);
  await forgeVault(place.folder, (content) => takenOver(content, raised, []));
  const attempt = unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-roster-key' } });
});

test('and by an administrator whose session was open while it happened', async () => {
  const place = await copyOfVault(vault);
  const { open } = await removeUser(place, vault.open, boId);
  await forgeVault(place.folder, (content) => takenOver(content, raised, []));
  const attempt = addUser(place, open, { name: 'Daavid Tekaistu', roles: ['reception'] });
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-roster-key' } });
});

test.each<[string, (content: VaultContent) => VaultContent]>([
  [
    'signed by nobody who may',
    (content) => {
      const stranger = signingKeyPair();
      const step = succeed(content.vaultId, [], stranger.privateKey, { publicKey: content.roster.verifyKey });
      const forged = step.map((entry) => ({ ...entry, from: content.roster.succession[0]?.from ?? '' }));
      return { ...content, roster: { ...content.roster, succession: forged } };
    },
  ],
  [
    'with a step left out',
    (content) => ({
      ...content,
      roster: { ...content.roster, succession: content.roster.succession.slice(0, 1) },
    }),
  ],
  [
    'of another vault',
    (content) => {
      const { privateKey, publicKey } = signingKeyPair();
      const succession = succeed(ceciliaId, [], keyOfBo, { publicKey });
      return { ...content, roster: signRoster(content.roster.body, privateKey, succession) };
    },
  ],
])('a succession %s is refused before anyone signs in', async (_name, forge) => {
  const place = await copyOfVault(vault);
  await setRoles(place, vault.open, boId, ['reception']);
  await setRoles(place, vault.open, boId, ['admin']);
  await setRoles(place, vault.open, boId, ['reception']);
  await forgeVault(place.folder, forge);
  const attempt = unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'broken-succession' } });
});

test('a succession that is taken away leaves a key that nobody trusts', async () => {
  const place = await copyOfVault(vault);
  await removeUser(place, vault.open, boId);
  await forgeVault(place.folder, (content) => ({
    ...content,
    roster: { ...content.roster, succession: [] },
  }));
  const attempt = unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-roster-key' } });
});

test('the key that a former administrator kept opens and signs nothing that is accepted', async () => {
  const place = await copyOfVault(vault);
  await removeUser(place, vault.open, boId);
  await unlock(place, { userId: ceciliaId }, cecilia.password);
  await forgeVault(place.folder, (content) => ({
    ...content,
    roster: signRoster(raised(content.roster.body), keyOfBo, []),
    administratorKeys: [],
  }));
  const attempt = unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason: 'foreign-roster-key' } });
});

test.each<[string, () => string, string]>([
  ['of the forger', () => signingKeyPair().privateKey, 'administrator-key-not-for-this-person'],
])('a signing key %s, sealed to an administrator, is refused', async (_name, key, reason) => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => ({
    ...content,
    administratorKeys: content.administratorKeys.map(({ userId }) => {
      const user = content.roster.body.users.find(({ id }) => id === userId);
      const administrator = { vaultId: content.vaultId, userId, publicKey: user?.sealingKey ?? '' };
      return { userId, ...sealAdministratorKey(administrator, key()) };
    }),
  }));
  const attempt = unlock(place, { userId: boId }, bo.password);
  await expect(attempt).rejects.toMatchObject({ fault: { kind: 'hostile', reason } });
});

test('signing keys exchanged between two administrators open for neither', async () => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => {
    const [first, other] = content.administratorKeys;
    if (!first || !other) throw new Error('two administrators expected');
    const administratorKeys = [
      { ...first, userId: other.userId },
      { ...other, userId: first.userId },
    ];
    return { ...content, administratorKeys };
  });
  for (const [userId, password] of [
    [boId, bo.password],
    [vault.open.user.id, firstPassword],
  ] as const) {
    await expect(unlock(place, { userId }, password)).rejects.toMatchObject({
      fault: { kind: 'hostile', reason: 'administrator-key-not-for-this-person' },
    });
  }
});

test('a signing key sealed to somebody who is no administrator is refused before anyone signs in', async () => {
  const place = await copyOfVault(vault);
  await forgeVault(place.folder, (content) => ({
    ...content,
    administratorKeys: content.administratorKeys.map((entry) =>
      entry.userId === boId ? { ...entry, userId: ceciliaId } : entry,
    ),
  }));
  const attempt = unlock(place, { userId: ceciliaId }, cecilia.password);
  await expect(attempt).rejects.toMatchObject({ fault: { reason: 'administrator-keys-and-roster-differ' } });
});
