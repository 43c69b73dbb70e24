import { describe, expect, it } from 'vitest';
import { accountNamed, addedPerson } from '#test/support/accounts.ts';
import { type TestClient, testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

const refused = { ok: false, fault: { kind: 'rule-broken', rule: 'own-role' } };

/** Marja, of all roles, after everybody else has been removed for good. */
async function alone(): Promise<{ register: TestRegister; marja: TestClient; self: string }> {
  const register = await testRegister();
  const marja = await register.as('all');
  for (const person of ['reception', 'manager', 'admin'] as const) {
    const { id: userId } = await accountNamed(marja, people[person].name);
    await marja.call('accounts', 'remove', { userId });
  }
  return { register, marja, self: (await accountNamed(marja, people.all.name)).id };
}

const grant = (client: TestClient, userId: string, decidedBy = userId) =>
  client.reply('accounts', 'setHealthProfileGrant', { userId, granted: true, decidedBy });

/** A new person at their desk, with a password of their own. */
async function arrived(register: TestRegister, made: { userId: string; oneTimePassphrase: string }) {
  const client = testClient(register.folder);
  const { userId, oneTimePassphrase } = made;
  const newPassword = `${testPassword} metsässä`;
  await client.call('auth', 'chooseOwnPassword', { who: { userId }, oneTimePassphrase, newPassword });
  return client;
}

const told = async (client: TestClient) =>
  (await client.call('notices', 'mine', {})).notices.map(({ body }) => body);

describe('the only person of a register', () => {
  it('who is a manager may take the right to health profiles, which is logged', async () => {
    const { register, marja, self } = await alone();
    expect(await grant(marja, self)).toMatchObject({ ok: true });
    expect(await accountNamed(marja, people.all.name)).toMatchObject({ healthProfileGrant: true });
    expect(await told(marja)).toEqual([]);
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .innerJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
      .select(['actor_id', 'entity_id', 'body'])
      .where('action', '=', 'accounts.setHealthProfileGrant')
      .execute();
    expect(rows.map(({ body, ...row }) => ({ ...row, ...JSON.parse(body ?? '{}') }))).toEqual([
      {
        actor_id: self,
        entity_id: self,
        name: people.all.name,
        granted: true,
        decidedBy: people.all.name,
      },
    ]);
  });

  it('is then shown to each later manager, however they become one, and to nobody else', async () => {
    const { register, marja, self } = await alone();
    await grant(marja, self);
    const notice = {
      kind: 'health-profile-own',
      facts: { person: people.all.name, at: register.clock.now() },
    };
    const lotta = await addedPerson(marja, 'Lotta Koepelto', ['manager']);
    const sampo = await addedPerson(marja, 'Sampo Kuvitela', ['reception']);
    expect(await told(await arrived(register, lotta))).toEqual([notice]);
    expect(await told(await arrived(register, sampo))).toEqual([]);
    const { userId } = sampo;
    await marja.call('accounts', 'setRoles', { userId, roles: ['reception', 'manager'] });
    const again = testClient(register.folder);
    await again.call('auth', 'unlock', { who: { userId }, password: `${testPassword} metsässä` });
    expect(await told(again)).toEqual([{ kind: 'roles-changed', facts: { by: people.all.name } }, notice]);
  });

  it('is shown no more once another has decided it anew', async () => {
    const { register, marja, self } = await alone();
    await grant(marja, self);
    const made = await addedPerson(marja, 'Lotta Koepelto', ['manager', 'admin']);
    const lotta = await arrived(register, made);
    await lotta.call('accounts', 'setHealthProfileGrant', {
      userId: self,
      granted: false,
      decidedBy: made.userId,
    });
    await grant(lotta, self, made.userId);
    const sampo = await arrived(register, await addedPerson(lotta, 'Sampo Kuvitela', ['manager']));
    expect(await told(sampo)).toEqual([]);
  });

  it('gets nothing else by being alone', async () => {
    const { marja, self } = await alone();
    await marja.call('accounts', 'setRoles', { userId: self, roles: ['manager', 'admin'] });
    expect(
      await marja.reply('accounts', 'setRoles', { userId: self, roles: ['reception', 'manager', 'admin'] }),
    ).toMatchObject(refused);
  });
});

describe('with two accounts', () => {
  it('nobody takes the right to health profiles, whoever is said to have decided it', async () => {
    const { marja, self } = await alone();
    const { userId } = await addedPerson(marja, 'Lotta Koepelto', ['manager']);
    expect(await grant(marja, self)).toMatchObject(refused);
    expect(await grant(marja, self, userId)).toMatchObject(refused);
  });

  it('shutting the other out for a moment does not help', async () => {
    const { marja, self } = await alone();
    const { userId } = await addedPerson(marja, 'Lotta Koepelto', ['reception']);
    await marja.call('accounts', 'disable', { userId });
    expect(await grant(marja, self)).toMatchObject(refused);
  });
});
