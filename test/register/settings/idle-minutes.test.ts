import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { SignedIn } from '#shared/rpc/bridge.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';

describe('the idle minutes of the office', () => {
  it('are five until a manager or an administrator changes them, for every sign-in from then on', async () => {
    const register = await testRegister();
    const ida = await register.as('manager');
    expect(await ida.call('settings', 'idleMinutes', {})).toEqual({ minutes: 5 });
    await ida.call('settings', 'setIdleMinutes', { minutes: 12 });
    const onni = await register.as('admin');
    expect(await onni.call('auth', 'session', {})).toMatchObject({ idleMinutes: 12 });
    await onni.call('settings', 'setIdleMinutes', { minutes: 30 });
    const helmi = await register.as('reception');
    expect(await helmi.call('settings', 'idleMinutes', {})).toEqual({ minutes: 30 });
    const refused = await helmi.reply('settings', 'setIdleMinutes', { minutes: 1 });
    expect(refused).toMatchObject({ fault: { kind: 'forbidden' } });
  });

  it('are told to main at once, so that the open window locks by them', async () => {
    const { folder } = await testRegister();
    const told: (SignedIn | null)[] = [];
    const client = testClient(folder, { onSession: (signedIn) => told.push(signedIn) });
    const who = { typedName: people.manager.name };
    const { userId, name } = await client.call('auth', 'unlock', { who, password: testPassword });
    await client.call('settings', 'setIdleMinutes', { minutes: 1 });
    expect(told).toEqual([
      { userId, name, idleMinutes: 5 },
      { userId, name, idleMinutes: 1 },
    ]);
  });

  it('are told to main once, also when the request comes twice', async () => {
    const { folder } = await testRegister();
    const told: (SignedIn | null)[] = [];
    const client = testClient(folder, { onSession: (signedIn) => told.push(signedIn) });
    const who = { typedName: people.manager.name };
    await client.call('auth', 'unlock', { who, password: testPassword });
    const requestId = uuidv7();
    for (const _turn of [1, 2]) await client.call('settings', 'setIdleMinutes', { minutes: 12 }, requestId);
    expect(told.map((signedIn) => signedIn?.idleMinutes)).toEqual([5, 12]);
  });

  it.each([0, 31, 2.5, -1])('are never %d', async (minutes) => {
    const ida = await (await testRegister()).as('manager');
    const set = ida.call('settings', 'setIdleMinutes', { minutes });
    await expect(set).rejects.toMatchObject({ fault: { kind: 'invalid-input' } });
  });

  it('leave a row that says from what to what', async () => {
    const register = await testRegister();
    const ida = await register.as('manager');
    await ida.call('settings', 'setIdleMinutes', { minutes: 7 });
    const { database } = await register.inside();
    const row = await database.read
      .selectFrom('audit_events')
      .innerJoin('audit_details', 'event_id', 'audit_events.id')
      .select(['action', 'outcome', 'body'])
      .where('action', '=', 'settings.setIdleMinutes')
      .executeTakeFirstOrThrow();
    expect({ ...row, body: JSON.parse(row.body) }).toEqual({
      action: 'settings.setIdleMinutes',
      outcome: 'done',
      body: { from: 5, to: 7 },
    });
  });
});
