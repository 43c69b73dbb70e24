import { copyFile, cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';
import { vaultContent } from '#test/support/vault.ts';

/** A register whose key was changed, with its files from before and after. */
async function rotated() {
  const register = await testRegister();
  const marja = await register.as('all');
  const customerId = await registerCustomer(marja);
  const before = join(await temporaryFolder(), 'before');
  await cp(register.folder, before, { recursive: true });
  await marja.call('keys', 'rotate', {});
  await marja.dispatch.close();
  const after = join(await temporaryFolder(), 'after');
  await cp(register.folder, after, { recursive: true });
  const [old, now] = await Promise.all(
    [before, after].map(async (at) => (await vaultContent(at)).database.file),
  );
  return { register, before, after, old: old ?? '', now: now ?? '', customerId };
}

const signIn = (folder: string) =>
  testClient(folder).reply('auth', 'unlock', {
    who: { typedName: people.all.name },
    password: testPassword,
  });

const databases = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.endsWith('.db')).sort();

const damaged = { ok: false, fault: { kind: 'storage-damaged' } };

it('a vault from before a change of the key, beside the register of after it, opens nothing and removes nothing', async () => {
  const { register, before, after, now, customerId } = await rotated();
  const { folder } = register;
  await copyFile(join(before, 'vault.json'), join(folder, 'vault.json'));
  expect(await signIn(folder)).toEqual(damaged);
  expect(await databases(folder)).toEqual([now]);
  await copyFile(join(after, 'vault.json'), join(folder, 'vault.json'));
  const client = testClient(folder);
  const who = { typedName: people.all.name };
  await client.call('auth', 'unlock', { who, password: testPassword });
  expect(await client.call('customers', 'card', { customerId })).toMatchObject({ id: customerId });
});

it('a database under a stale key is called damaged, never a wrong password, and is copied aside', async () => {
  const { register, before, old, now } = await rotated();
  const { folder } = register;
  await copyFile(join(before, old), join(folder, now));
  for (const suffix of ['-wal', '-shm'])
    await copyFile(join(before, old + suffix), join(folder, now + suffix)).catch(() => undefined);
  expect(await signIn(folder)).toEqual(damaged);
  expect((await readdir(join(folder, 'quarantine'))).some((name) => name.startsWith(now))).toBe(true);
});
