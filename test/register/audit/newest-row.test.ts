import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { appendRow, headOfLog } from '#main/register/rpc/audit-writer.ts';
import type { TestClient } from '#test/support/client.ts';
import { temporaryDatabase } from '#test/support/database.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

const addSomebody = (window: TestClient, requestId = uuidv7()) =>
  window.reply('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' }, requestId);

/** What a manager is told of the chain, and how many rows of the action there are. */
async function logOf(register: TestRegister, action: string) {
  const ida = await register.as('manager');
  const { findings, isWhole } = await ida.call('audit', 'verify', {});
  const { database } = await register.inside();
  const rows = await database.read
    .selectFrom('audit_events')
    .select('sequence')
    .where('action', '=', action)
    .execute();
  return { findings, isWhole, rows: rows.length };
}

it('two windows that write in turns link each row to the other window’s', async () => {
  const register = await testRegister();
  const [ida, marja] = [await register.as('manager'), await register.as('all')];
  for (const window of [ida, marja, ida, ida, marja, marja, ida]) {
    expect(await addSomebody(window)).toMatchObject({ ok: true });
  }
  expect(await logOf(register, 'visits.addPractitioner')).toEqual({ findings: [], isWhole: true, rows: 7 });
});

it('a row that was rolled back is not linked to', async () => {
  const register = await testRegister();
  const ida = await register.as('manager');
  const requestId = uuidv7();
  const setMinutes = (minutes: number, id?: string) =>
    ida.reply('settings', 'setIdleMinutes', { minutes }, id);
  const first = await setMinutes(12, requestId);
  await setMinutes(20);
  // The repeat does its deed and writes its row before it meets the answer that was kept.
  expect(await setMinutes(12, requestId)).toEqual(first);
  expect(await ida.call('settings', 'idleMinutes', {})).toEqual({ minutes: 20 });
  expect(await addSomebody(ida)).toMatchObject({ ok: true });
  expect(await logOf(register, 'settings.setIdleMinutes')).toEqual({ findings: [], isWhole: true, rows: 2 });
});

it('a row goes after the newest one, whichever was thought to be the newest', async () => {
  const database = await temporaryDatabase();
  const origin = (id: string) => ({
    ...{ id, at: '2026-11-18T12:32:07.000Z', monotonic_ms: 1, boot_id: 'boot', workstation: 'TEST-1' },
  });
  const entry = { actor: { id: null, name: '', roles: [] }, action: 'auth.lock', outcome: 'done' } as const;
  const append = (likelyHead?: { sequence: number; hash: string }) =>
    database.write((tx) => appendRow(tx, origin(uuidv7()), entry, likelyHead));
  // As the memory of a row that was rolled back in a log without any.
  const first = await append({ sequence: 1, hash: 'a'.repeat(64) });
  const second = await append(first);
  const third = await append(first);
  expect([first, second, third].map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  const rows = await database.read
    .selectFrom('audit_events')
    .select(['sequence', 'previous_hash', 'hash'])
    .orderBy('sequence')
    .execute();
  expect(rows.slice(1).map((row) => row.previous_hash)).toEqual([first.hash, second.hash]);
  expect(await headOfLog(database.read)).toEqual(third);
});
