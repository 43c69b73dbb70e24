import { describe, expect, it } from 'vitest';
import type { NoticeBody, NoticeKind } from '#shared/features/notices/notice.ts';
import { accountNamed } from '#test/support/accounts.ts';
import { type TestClient, testClient } from '#test/support/client.ts';
import { type Person, people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

interface Case {
  /** What Onni, the administrator, does. */
  deed(onni: TestClient, ids: Record<Person, string>, folder: string): Promise<unknown>;
  /** Everybody who must be told, each with everything that they must see. */
  readonly told: Partial<Record<Person, NoticeBody[]>>;
}

const by = people.admin.name;
const helmi = people.reception.name;

async function renewKey(onni: TestClient): Promise<void> {
  const { groups } = await onni.call('keys', 'newRecoveryKey', {});
  const recoveryGroups = [2, 8].map((number) => ({ number, text: groups[number - 1] ?? '' }));
  await onni.call('keys', 'renewRecoveryKey', { recoveryGroups });
}

/** The notices about the door, the log and a lone manager are tried where those are: auth, audit and accounts. */
type Elsewhere = 'recovery-key-used' | 'audit-head-missing' | 'health-profile-own';

const ofGrant = (kind: 'health-profile-granted' | 'health-profile-withdrawn'): NoticeBody => ({
  kind,
  facts: { person: helmi, by },
});

const cases: Record<Exclude<NoticeKind, Elsewhere>, Case> = {
  'recovery-key-renewed': {
    deed: renewKey,
    told: {
      manager: [{ kind: 'recovery-key-renewed', facts: { by } }],
      all: [{ kind: 'recovery-key-renewed', facts: { by } }],
    },
  },
  'database-key-changed': {
    deed: (onni) => onni.call('keys', 'rotate', {}),
    told: {
      manager: [{ kind: 'database-key-changed', facts: { by } }],
      all: [{ kind: 'database-key-changed', facts: { by } }],
    },
  },
  'health-profile-granted': {
    deed: (onni, { reception, manager }) =>
      onni.call('accounts', 'setHealthProfileGrant', {
        userId: reception,
        granted: true,
        decidedBy: manager,
      }),
    told: { manager: [ofGrant('health-profile-granted')] },
  },
  'health-profile-withdrawn': {
    async deed(onni, { reception: userId, manager, all }) {
      await onni.call('accounts', 'setHealthProfileGrant', { userId, granted: true, decidedBy: all });
      await onni.call('accounts', 'setHealthProfileGrant', { userId, granted: false, decidedBy: manager });
    },
    told: { all: [ofGrant('health-profile-granted')], manager: [ofGrant('health-profile-withdrawn')] },
  },
  'account-disabled': {
    async deed(onni, { reception: userId }) {
      await onni.call('accounts', 'disable', { userId });
      await onni.call('accounts', 'disable', { userId });
    },
    told: { all: [{ kind: 'account-disabled', facts: { person: helmi, by } }] },
  },
  'account-enabled': {
    async deed(onni, { reception: userId }) {
      await onni.call('accounts', 'enable', { userId });
      await onni.call('accounts', 'disable', { userId });
      await onni.call('accounts', 'enable', { userId });
    },
    told: {
      all: [
        { kind: 'account-disabled', facts: { person: helmi, by } },
        { kind: 'account-enabled', facts: { person: helmi, by } },
      ],
      reception: [{ kind: 'own-account-enabled', facts: { by } }],
    },
  },
  'own-account-enabled': {
    async deed(onni, { all: userId }) {
      await onni.call('accounts', 'disable', { userId });
      await onni.call('accounts', 'enable', { userId });
    },
    told: { all: [{ kind: 'own-account-enabled', facts: { by } }] },
  },
  'account-removed': {
    deed: (onni, { reception: userId }) => onni.call('accounts', 'remove', { userId }),
    told: { all: [{ kind: 'account-removed', facts: { person: helmi, by } }] },
  },
  'name-changed': {
    deed: (onni, { reception: userId }) =>
      onni.call('accounts', 'rename', { userId, name: 'Helmi Koepelto' }),
    told: { reception: [{ kind: 'name-changed', facts: { by, name: 'Helmi Koepelto' } }] },
  },
  'roles-changed': {
    deed: (onni, { reception: userId }) =>
      onni.call('accounts', 'setRoles', { userId, roles: ['reception', 'manager'] }),
    told: { reception: [{ kind: 'roles-changed', facts: { by } }] },
  },
  'password-reset': {
    async deed(onni, { reception: userId }, folder) {
      const { oneTimePassphrase } = await onni.call('accounts', 'resetPassword', { userId });
      const door = testClient(folder);
      await door.call('auth', 'chooseOwnPassword', {
        who: { userId },
        oneTimePassphrase,
        newPassword: testPassword,
      });
    },
    told: { reception: [{ kind: 'password-reset', facts: { by } }] },
  },
};

/** What everybody who still has an account finds at their next sign-in. */
async function told(register: TestRegister, ids: Record<Person, string>) {
  const found: Partial<Record<Person, NoticeBody[]>> = {};
  for (const [person, userId] of Object.entries(ids) as [Person, string][]) {
    const client = testClient(register.folder);
    const reply = await client.reply('auth', 'unlock', { who: { userId }, password: testPassword });
    if (!reply.ok) continue;
    const { notices } = await client.call('notices', 'mine', {});
    if (notices.length > 0) found[person] = notices.map(({ body }) => body);
  }
  return found;
}

async function idsOf(onni: TestClient): Promise<Record<Person, string>> {
  const ids = {} as Record<Person, string>;
  for (const person of Object.keys(people) as Person[])
    ids[person] = (await accountNamed(onni, people[person].name)).id;
  return ids;
}

describe('a notice', () => {
  it.each(Object.entries(cases))(
    'of %s reaches those whom it concerns, and nobody else',
    async (_kind, one) => {
      const register = await testRegister();
      const onni = await register.as('admin');
      const ids = await idsOf(onni);
      await one.deed(onni, ids, register.folder);
      expect(await told(register, ids)).toEqual(one.told);
    },
  );

  it('is not sent to people about what they did themselves', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const ids = await idsOf(marja);
    await marja.call('accounts', 'rename', { userId: ids.all, name: 'Marja Koekivi' });
    await marja.call('accounts', 'setRoles', { userId: ids.all, roles: ['manager', 'admin'] });
    await marja.call('accounts', 'setHealthProfileGrant', {
      userId: ids.reception,
      granted: true,
      decidedBy: ids.all,
    });
    await marja.call('accounts', 'disable', { userId: ids.reception });
    expect(await told(register, ids)).toEqual({
      admin: [{ kind: 'account-disabled', facts: { person: helmi, by: 'Marja Koekivi' } }],
    });
  });
});
