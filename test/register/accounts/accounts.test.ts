import { describe, expect, it } from 'vitest';
import { accountNamed, addedPerson } from '#test/support/accounts.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

const rule = (name: string) => ({ ok: false, fault: { kind: 'rule-broken', rule: name } });

const unlock = (register: TestRegister, name: string, password: string) =>
  testClient(register.folder).reply('auth', 'unlock', { who: { typedName: name }, password });

const namesAtTheDoor = async ({ folder }: TestRegister) =>
  (await testClient(folder).call('auth', 'status', {})).users.map(({ name }) => name);

/** What the log says of accounts: action, outcome and details, without the rows that only announce a task. */
async function logged(register: TestRegister) {
  const { database } = await register.inside();
  const rows = await database.read
    .selectFrom('audit_events')
    .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
    .select(['action', 'outcome', 'entity_type', 'entity_id', 'body'])
    .where('action', 'like', 'accounts.%')
    .where('outcome', '!=', 'started')
    .orderBy('sequence')
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, details: body === null ? null : JSON.parse(body) }));
}

describe('the list of accounts', () => {
  it('shows everybody with roles, commitment and last sign-in', async () => {
    const register = await testRegister();
    await register.as('reception');
    const onni = await register.as('admin');
    expect(await accountNamed(onni, people.reception.name)).toMatchObject({
      roles: ['reception'],
      status: 'active',
      healthProfileGrant: false,
      mustChoosePassword: false,
      commitment: null,
      lastSignIn: { at: register.clock.now() },
      failedTries: 0,
      createdBy: null,
    });
    expect(await accountNamed(onni, people.all.name)).toMatchObject({ commitment: { version: 1 } });
    expect(await accountNamed(onni, people.manager.name)).toMatchObject({ lastSignIn: null });
  });
});

describe('adding a person', () => {
  it('gives a passphrase that only leads to choosing a password of their own', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { name, oneTimePassphrase } = await addedPerson(onni);
    expect(await accountNamed(onni, name)).toMatchObject({
      mustChoosePassword: true,
      createdBy: people.admin.name,
      lastSignIn: null,
    });
    expect(await namesAtTheDoor(register)).toContain(name);
    expect(await unlock(register, name, oneTimePassphrase)).toMatchObject(rule('choose-own-password'));
  });

  it('refuses a name that somebody has, whatever the case of its letters', async () => {
    const onni = await (await testRegister()).as('admin');
    expect(
      await onni.reply('accounts', 'add', { name: ' helmi TESTOLA', roles: ['reception'] }),
    ).toMatchObject(rule('name-taken'));
  });

  it.each([[[]], [['reception', 'reception']], [['owner']]])('refuses the roles %j', async (roles) => {
    const onni = await (await testRegister()).as('admin');
    expect(await onni.reply('accounts', 'add', { name: 'Lotta Koepelto', roles })).toMatchObject({
      fault: { kind: 'invalid-input' },
    });
  });
});

describe('disabling', () => {
  it('takes the person off the sign-in list and lets them in no more, until they are enabled', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id: userId, name } = await accountNamed(onni, people.reception.name);
    await onni.call('accounts', 'disable', { userId });
    expect(await namesAtTheDoor(register)).not.toContain(name);
    expect(await unlock(register, name, testPassword)).toMatchObject(rule('wrong-credentials'));
    expect(await accountNamed(onni, name)).toMatchObject({
      status: 'disabled',
      disabledAt: register.clock.now(),
    });
    await onni.call('accounts', 'enable', { userId });
    expect(await unlock(register, name, testPassword)).toMatchObject({ ok: true });
  });
});

describe('removing', () => {
  it('takes the account away for good, and frees the name', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id: userId, name } = await accountNamed(onni, people.reception.name);
    await onni.call('accounts', 'remove', { userId });
    expect(await namesAtTheDoor(register)).not.toContain(name);
    expect(await unlock(register, name, testPassword)).toMatchObject(rule('wrong-credentials'));
    expect(await onni.reply('accounts', 'enable', { userId })).toMatchObject({
      fault: { kind: 'not-found' },
    });
    expect((await addedPerson(onni, name)).userId).not.toBe(userId);
  });
});

describe('the last of their kind', () => {
  /** Leaves Onni the only administrator and Ida the only manager. */
  async function register() {
    const made = await testRegister();
    const onni = await made.as('admin');
    const marja = await accountNamed(onni, people.all.name);
    await onni.call('accounts', 'setRoles', { userId: marja.id, roles: ['reception'] });
    return {
      onni,
      ida: await accountNamed(onni, people.manager.name),
      self: await accountNamed(onni, people.admin.name),
    };
  }

  it('an administrator cannot give the role away', async () => {
    const { onni, self } = await register();
    expect(await onni.reply('accounts', 'setRoles', { userId: self.id, roles: ['reception'] })).toMatchObject(
      rule('last-administrator'),
    );
  });

  it.each(['disable', 'remove'] as const)(
    'a manager cannot be left without a successor by %s',
    async (how) => {
      const { onni, ida } = await register();
      expect(await onni.reply('accounts', how, { userId: ida.id })).toMatchObject(rule('last-manager'));
      expect(
        await onni.reply('accounts', 'setRoles', { userId: ida.id, roles: ['reception'] }),
      ).toMatchObject(rule('last-manager'));
    },
  );
});

describe('nobody', () => {
  it('raises their own role or grants themselves the health profile', async () => {
    const onni = await (await testRegister()).as('admin');
    const self = await accountNamed(onni, people.admin.name);
    const ida = await accountNamed(onni, people.manager.name);
    expect(
      await onni.reply('accounts', 'setRoles', { userId: self.id, roles: ['admin', 'manager'] }),
    ).toMatchObject(rule('own-role'));
    expect(
      await onni.reply('accounts', 'setHealthProfileGrant', {
        userId: self.id,
        granted: true,
        decidedBy: ida.id,
      }),
    ).toMatchObject(rule('own-role'));
  });

  it.each(['disable', 'remove', 'resetPassword'] as const)('can %s their own account', async (what) => {
    const onni = await (await testRegister()).as('admin');
    const self = await accountNamed(onni, people.admin.name);
    expect(await onni.reply('accounts', what, { userId: self.id })).toMatchObject(rule('own-account'));
  });
});

describe('resetting a password', () => {
  it('ends the old password and gives a passphrase of one use', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id: userId, name } = await accountNamed(onni, people.reception.name);
    const { oneTimePassphrase } = await onni.call('accounts', 'resetPassword', { userId });
    expect(await unlock(register, name, testPassword)).toMatchObject(rule('wrong-credentials'));
    expect(await unlock(register, name, oneTimePassphrase)).toMatchObject(rule('choose-own-password'));
  });
});

describe('the health-profile grant', () => {
  it('is decided by a manager, who is told of it', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const helmi = await accountNamed(onni, people.reception.name);
    const ida = await accountNamed(onni, people.manager.name);
    await onni.call('accounts', 'setHealthProfileGrant', {
      userId: helmi.id,
      granted: true,
      decidedBy: ida.id,
    });
    expect(await accountNamed(onni, helmi.name)).toMatchObject({ healthProfileGrant: true });
    const { notices } = await (await register.as('manager')).call('notices', 'mine', {});
    expect(notices.map(({ body }) => body)).toEqual([
      { kind: 'health-profile-granted', facts: { person: helmi.name, by: people.admin.name } },
    ]);
  });

  it('is not recorded as decided by somebody who is no manager', async () => {
    const onni = await (await testRegister()).as('admin');
    const helmi = await accountNamed(onni, people.reception.name);
    expect(
      await onni.reply('accounts', 'setHealthProfileGrant', {
        userId: helmi.id,
        granted: true,
        decidedBy: helmi.id,
      }),
    ).toMatchObject({ fault: { kind: 'invalid-input', fields: { decidedBy: 'not-a-choice' } } });
  });
});

describe('the confidentiality commitment', () => {
  it('is recorded with the day of the signature, and corrected only from its newest version', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id: userId, name } = await accountNamed(onni, people.reception.name);
    const record = (signedOn: string, expectedVersion: number | null) =>
      onni.reply('accounts', 'recordCommitment', { userId, signedOn, expectedVersion });
    await record('2026-02-01', null);
    expect(await accountNamed(onni, name)).toMatchObject({
      commitment: { signedOn: '2026-02-01', version: 1 },
    });
    expect(await record('2026-02-02', null)).toMatchObject({ fault: { kind: 'conflict' } });
    expect(await record('2026-02-02', 1)).toMatchObject({ ok: true });
    expect(await record('2999-01-01', 2)).toMatchObject({
      fault: { fields: { signedOn: 'date-in-future' } },
    });
  });
});

describe('a change of an account', () => {
  it('of the roles holds for the person at their next sign-in, and tells them', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const helmi = await accountNamed(onni, people.reception.name);
    await onni.call('accounts', 'setRoles', { userId: helmi.id, roles: ['reception', 'manager'] });
    const session = await register.as('reception');
    expect((await session.call('auth', 'session', {})).roles).toEqual(['reception', 'manager']);
    expect((await session.call('notices', 'mine', {})).notices).toMatchObject([
      { body: { kind: 'roles-changed', facts: { by: people.admin.name } } },
    ]);
  });

  it("of the administrator's own name holds at once in their session", async () => {
    const onni = await (await testRegister()).as('admin');
    const { id: userId } = await accountNamed(onni, people.admin.name);
    await onni.call('accounts', 'rename', { userId, name: 'Onni Koekäyttäjä' });
    expect((await onni.call('auth', 'session', {})).name).toBe('Onni Koekäyttäjä');
  });

  it('makes the database refuse the vault from before it', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { database, vault } = await register.inside();
    const epoch = async () =>
      (await database.read.selectFrom('register_info').select('roster_epoch').executeTakeFirstOrThrow())
        .roster_epoch;
    const before = vault.rosterEpoch;
    await addedPerson(onni);
    expect(await epoch()).toBe(before + 1);
  });

  it('is on record with what was before and after', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const ida = await accountNamed(onni, people.manager.name);
    const { userId } = await addedPerson(onni);
    await onni.call('accounts', 'printPassphrase', { userId, language: 'fi' });
    await onni.call('accounts', 'rename', { userId, name: 'Lotta Koekivi' });
    await onni.call('accounts', 'setRoles', { userId, roles: ['manager'] });
    await onni.call('accounts', 'setHealthProfileGrant', { userId, granted: true, decidedBy: ida.id });
    await onni.call('accounts', 'recordCommitment', {
      userId,
      signedOn: '2026-02-01',
      expectedVersion: null,
    });
    await onni.call('accounts', 'disable', { userId });
    await onni.call('accounts', 'enable', { userId });
    await onni.call('accounts', 'resetPassword', { userId });
    await onni.call('accounts', 'remove', { userId });
    const about = (action: string, details: object) => ({
      action: `accounts.${action}`,
      outcome: 'done',
      entity_type: 'account',
      entity_id: userId,
      details,
    });
    const name = 'Lotta Koekivi';
    expect(await logged(register)).toEqual([
      about('add', { name: 'Lotta Koepelto', roles: ['reception'] }),
      about('printPassphrase', { name: 'Lotta Koepelto', printed: true }),
      about('rename', { name: 'Lotta Koepelto', before: 'Lotta Koepelto', after: name }),
      about('setRoles', { name, before: ['reception'], after: ['manager'] }),
      about('setHealthProfileGrant', { name, granted: true, decidedBy: ida.name }),
      about('recordCommitment', { name, before: null, after: '2026-02-01' }),
      about('disable', { name }),
      about('enable', { name }),
      about('resetPassword', { name }),
      about('remove', { name }),
    ]);
  });

  it('that was refused is on record as failed', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id: userId, name } = await accountNamed(onni, people.admin.name);
    await onni.reply('accounts', 'remove', { userId });
    expect(await logged(register)).toMatchObject([
      { action: 'accounts.remove', outcome: 'failed', entity_id: userId, details: { name } },
    ]);
  });
});

describe('the one-time passphrase', () => {
  it('is printed with the name and the clinic, only while it is the latest', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const lotta = await addedPerson(onni);
    await onni.call('accounts', 'printPassphrase', { userId: lotta.userId, language: 'sv' });
    expect(register.host.printed).toHaveLength(1);
    for (const text of [lotta.name, lotta.oneTimePassphrase, 'Mallilan Hoitohuone Oy', 'lang="sv"'])
      expect(register.host.printed[0]).toContain(text);
    await addedPerson(onni, 'Sampo Kuvitela');
    expect(
      await onni.reply('accounts', 'printPassphrase', { userId: lotta.userId, language: 'fi' }),
    ).toMatchObject({ fault: { kind: 'not-found' } });
  });

  it('stands nowhere in the log', async () => {
    const register = await testRegister();
    const { oneTimePassphrase } = await addedPerson(await register.as('admin'));
    expect(JSON.stringify(await logged(register))).not.toContain(oneTimePassphrase);
  });
});
