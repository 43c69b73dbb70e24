import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { handlersOf, registerFeatures } from '#main/register/features.ts';
import type { AllHandlers, TaskContext } from '#main/register/rpc/handlers.ts';
import { testClient } from '#test/support/client.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';

/** A signed-in window of a register whose one task does what the test wants. */
async function signedIn(task: (context: TaskContext) => void) {
  const folder = join(await temporaryFolder(), 'register');
  await cp(inject('registerTemplate'), folder, { recursive: true });
  const handlers = handlersOf(registerFeatures());
  const auth: AllHandlers['auth'] = {
    ...handlers.auth,
    changePassword: async (_input, context) => {
      task(context);
      return {};
    },
  };
  const client = testClient(folder, { handlers: { ...handlers, auth } });
  await client.call('auth', 'unlock', { who: { typedName: people.all.name }, password: testPassword });
  const runTask = () =>
    client.reply('auth', 'changePassword', { oldPassword: 'x'.repeat(12), newPassword: testPassword });
  return { client, runTask };
}

test('a task that replaces the register gives the session the name and roles of the changed vault', async () => {
  const { client, runTask } = await signedIn((context) => {
    const { register } = context;
    const user = { ...register.vault.user, name: 'Marja Uusinimi', roles: ['admin'] as const };
    context.replaceRegister({ ...register, vault: { ...register.vault, user } });
    expect(context.register.vault.user.name).toBe('Marja Uusinimi');
  });
  const look = () => client.reply('customers', 'search', { text: 'Testola', limit: 10 });
  expect((await look()).ok).toBe(true);
  expect((await runTask()).ok).toBe(true);
  expect(await client.call('auth', 'session', {})).toMatchObject({
    name: 'Marja Uusinimi',
    roles: ['admin'],
  });
  expect(await look()).toMatchObject({
    ok: false,
    fault: { kind: 'forbidden' },
  });
});

test('a session never goes over to another person or to another open database', async () => {
  const problems: unknown[] = [];
  const { runTask } = await signedIn((context) => {
    const { register } = context;
    const other = { ...register.vault, user: { ...register.vault.user, id: 'somebody-else' } };
    for (const wrong of [
      { ...register, vault: other },
      { ...register, database: { ...register.database } },
    ]) {
      try {
        context.replaceRegister(wrong);
      } catch (error) {
        problems.push(String(error));
      }
    }
  });
  await runTask();
  expect(problems).toEqual([
    'Error: a session stays with its person',
    'Error: a database moves in its own object',
  ]);
});
