import { once } from 'node:events';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { OpenRegister } from '#main/register/open-register.ts';
import { nobody } from '#main/register/vault/door.ts';
import { childProgram } from '#test/support/child-process.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

const failedRows = ({ database }: OpenRegister) =>
  database.read
    .selectFrom('audit_events')
    .select(['at', 'actor_id', 'actor_name', 'roles', 'action', 'boot_id', 'workstation'])
    .where('outcome', '=', 'failed')
    .orderBy('sequence')
    .execute();

/** Tries a wrong password at a closed door. */
async function guess(register: TestRegister, name: string, password = 'wrong') {
  const { clock } = register;
  return testClient(register.folder, { clock }).reply('auth', 'unlock', {
    who: { typedName: name },
    password,
  });
}

const waiting = async ({ folder }: TestRegister) =>
  JSON.parse(await readFile(join(folder, 'door.json'), 'utf8')).failed as { userId: string }[];

it('failed sign-ins wait at the door and are in the log after the next sign-in, each exactly once', async () => {
  const register = await testRegister();
  await guess(register, people.reception.name);
  register.clock.advance(60_000);
  await guess(register, 'Ei Kukaan');
  expect((await waiting(register)).map(({ userId }) => userId)).toEqual([expect.any(String), nobody]);
  register.clock.advance(60_000);
  await register.as('manager');
  await register.as('reception');
  expect(await waiting(register)).toEqual([]);
  expect(await failedRows(await register.inside())).toEqual([
    {
      at: '2026-11-18T12:32:07.000Z',
      actor_id: expect.any(String),
      actor_name: people.reception.name,
      roles: '[]',
      action: 'auth.unlock',
      boot_id: 'door',
      workstation: 'TEST-1',
    },
    expect.objectContaining({ at: '2026-11-18T12:33:07.000Z', actor_id: null, actor_name: '' }),
  ]);
});

it('a try that succeeds leaves no failed one', async () => {
  const register = await testRegister();
  await register.as('reception');
  expect(await waiting(register)).toEqual([]);
  expect(await failedRows(await register.inside())).toEqual([]);
});

it('tries that were copied before a kill could take them off the door are not copied again', async () => {
  const register = await testRegister();
  const door = join(register.folder, 'door.json');
  await guess(register, people.reception.name);
  await copyFile(door, `${door}.before`);
  await register.as('manager');
  await copyFile(`${door}.before`, door);
  await register.as('manager');
  expect(await failedRows(await register.inside())).toHaveLength(1);
  expect(await waiting(register)).toEqual([]);
});

it('a try whose process was killed by the system is in the log as failed', async () => {
  const register = await testRegister();
  const { id } = (await register.inside()).vault.user;
  const start = await childProgram(join(import.meta.dirname, 'try-child.ts'));
  const child = start(register.folder, id);
  expect((await once(child, 'message'))[0]).toBe('trying');
  child.kill('SIGKILL');
  await once(child, 'exit');
  await register.as('manager');
  const rows = await failedRows(await register.inside());
  expect(rows.map((row) => row.actor_name)).toEqual([people.all.name]);
});

it('a wrong password of somebody who is signed in already has its own row and no other', async () => {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const input = { oldPassword: 'wrong', newPassword: 'kuusi vihreää kynttilää' };
  expect(await helmi.reply('auth', 'changePassword', input)).toMatchObject({ ok: false });
  await helmi.dispatch.close('signed-out');
  await register.as('manager');
  const rows = await failedRows(await register.inside());
  expect(rows.map(({ action }) => action)).toEqual(['auth.changePassword']);
});

it('what was typed as a name or a password is in no row', async () => {
  const register = await testRegister();
  await guess(register, 'salainen sana', 'toinen salaisuus');
  await register.as('manager');
  const { database } = await register.inside();
  const all = JSON.stringify(await database.read.selectFrom('audit_events').selectAll().execute());
  expect(all).not.toMatch(/salai/);
  expect(testPassword).not.toMatch(/salai/);
});
