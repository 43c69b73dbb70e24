import { describe, expect, it } from 'vitest';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';

describe('signing in', () => {
  it('lets a listed person in with the right password and tells who they are', async () => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    expect(await helmi.call('auth', 'session', {})).toMatchObject({
      name: 'Helmi Testola',
      roles: ['reception'],
      clinicName: 'Mallilan Hoitohuone Oy',
    });
  });

  it('gives an unknown typed name and a wrong password the same answer', async () => {
    const { folder } = await testRegister();
    const door = testClient(folder);
    const unknown = await door.reply('auth', 'unlock', {
      who: { typedName: 'Kukaan Tässä' },
      password: testPassword,
    });
    const wrong = await door.reply('auth', 'unlock', {
      who: { typedName: people.reception.name },
      password: 'ei tämä ole salasana',
    });
    expect(unknown).toEqual({
      ok: false,
      fault: { kind: 'rule-broken', rule: 'wrong-credentials', facts: {} },
    });
    expect(wrong).toEqual(unknown);
  });

  it('slows guessing down after five failures and opens again when the wait is over', async () => {
    const { folder } = await testRegister();
    const door = testClient(folder);
    const guess = (password: string) =>
      door.reply('auth', 'unlock', { who: { typedName: people.reception.name }, password });
    for (let failure = 0; failure < 5; failure += 1) await guess(`väärä arvaus ${failure}`);
    expect(await guess(testPassword)).toMatchObject({
      fault: { rule: 'wait-before-sign-in', facts: { seconds: 5 } },
    });
    expect(await door.call('auth', 'status', {})).toMatchObject({ waitSeconds: 5 });
    door.clock.advance(5000);
    expect(await guess(testPassword)).toMatchObject({ ok: true });
  });

  it('shows the clinic and its people before sign-in and serves nothing else', async () => {
    const { folder } = await testRegister();
    const door = testClient(folder);
    const status = await door.call('auth', 'status', {});
    expect(status.register).toBe('present');
    expect(status.clinic?.name).toBe('Mallilan Hoitohuone Oy');
    expect(status.users.map(({ name }) => name).sort()).toEqual(
      Object.values(people)
        .map(({ name }) => name)
        .sort(),
    );
    expect(await door.reply('settings', 'clinic', {})).toEqual({ ok: false, fault: { kind: 'locked' } });
  });

  it('puts every sign-in on record before anything is answered', async () => {
    const register = await testRegister();
    await register.as('reception');
    const { database } = await register.inside();
    const events = await database.read.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
    expect(events.map(({ action, actor_name }) => [action, actor_name])).toEqual([
      ['auth.createRegister', 'Marja Esimäki'],
      ['auth.unlock', 'Helmi Testola'],
    ]);
  });

  it('refuses a second door command once somebody is in', async () => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    expect(
      await helmi.reply('auth', 'unlock', { who: { typedName: people.all.name }, password: testPassword }),
    ).toEqual({ ok: false, fault: { kind: 'forbidden' } });
  });

  it('takes a new password in place of the old one', async () => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    const newPassword = 'sininen polkupyörä sateessa 7';
    await helmi.call('auth', 'changePassword', { oldPassword: testPassword, newPassword });
    const door = testClient(register.folder);
    const unlock = (password: string) =>
      door.reply('auth', 'unlock', { who: { typedName: people.reception.name }, password });
    expect(await unlock(testPassword)).toMatchObject({ fault: { rule: 'wrong-credentials' } });
    expect(await unlock(newPassword)).toMatchObject({ ok: true });
  });
});
