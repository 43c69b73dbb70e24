import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';
import { vaultContent } from '#test/support/vault.ts';

it('files of an unfinished migration or rotation go at the next sign-in, at no failed one, and nothing else does', async () => {
  const { folder } = await testRegister();
  const { database } = await vaultContent(folder);
  const leftovers = ['register-unfinished.db', 'register-unfinished.db-wal', 'register-gone.db-shm'];
  const others = ['muistio.txt', 'register-kopio.txt', 'vault.previous.json', database.file];
  for (const name of [...leftovers, ...others.slice(0, 2)]) await writeFile(join(folder, name), 'x');
  const signIn = (password: string) =>
    testClient(folder).reply('auth', 'unlock', { who: { typedName: people.all.name }, password });

  expect(await signIn('aivan väärä salasana')).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(expect.arrayContaining([...leftovers, ...others]));
  expect(await signIn(testPassword)).toMatchObject({ ok: true });
  const left = await readdir(folder);
  expect(left).toEqual(expect.arrayContaining(others));
  expect(left.filter((name) => leftovers.includes(name))).toEqual([]);
});
