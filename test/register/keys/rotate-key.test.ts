import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { setRoles } from '#main/register/vault/accounts.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { temporaryFolder } from '#test/support/database.ts';
import { people } from '#test/support/people.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { vaultContent } from '#test/support/vault.ts';

async function databasesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('register-'));
}

/** The customers that somebody who signs in now finds. */
async function customersOf(register: TestRegister): Promise<string[]> {
  const { database } = await register.inside();
  const rows = await database.read.selectFrom('customers').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

async function opensWith(file: string, key: string): Promise<boolean> {
  try {
    await (await sqlcipherDriver.open({ file, key, mode: 'read' })).close();
    return true;
  } catch {
    return false;
  }
}

const outcome = (reply: Reply<unknown>) => (reply.ok ? 'done' : reply.fault.kind);

function rotate(client: TestClient): Promise<Reply<unknown>> {
  return client.reply('keys', 'rotate', {});
}

describe('a new key of the database', () => {
  it('leaves everything and everybody in place, in one new file', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const before = await vaultContent(register.folder);
    const customer = await registerCustomer(marja);
    expect(outcome(await rotate(marja))).toBe('done');

    expect((await marja.call('customers', 'card', { customerId: customer })).id).toBe(customer);
    const later = await registerCustomer(marja);
    const after = await vaultContent(register.folder);
    expect(after.database.file).not.toBe(before.database.file);
    expect(after.roster.body.databaseKey.epoch).toBe(before.roster.body.databaseKey.epoch + 1);
    const files = await databasesIn(register.folder);
    expect(files.filter((name) => name.endsWith('.db'))).toEqual([after.database.file]);
    expect(files.every((name) => name.startsWith(after.database.file))).toBe(true);

    expect(await customersOf(register)).toEqual([customer, later].sort());
    for (const person of ['reception', 'manager', 'admin'] as const) {
      const client = await register.as(person);
      expect(await client.call('auth', 'session', {})).toMatchObject({ name: people[person].name });
    }
  });

  it('is made also when people were changed from another window meanwhile', async () => {
    const register = await testRegister();
    const [marja, onni] = [await register.as('all'), await register.as('admin')];
    await onni.call('accounts', 'add', { name: 'Lotta Koepelto', roles: ['reception'] });
    expect(outcome(await rotate(marja))).toBe('done');
  });

  it('is the only one that opens the file: a claim of success is never all there is', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const old = (await register.inside()).vault;
    expect(outcome(await rotate(marja))).toBe('done');
    const now = (await register.inside()).vault;
    expect(now.databaseKey).not.toBe(old.databaseKey);
    expect(now.keyEpoch).toBe(old.keyEpoch + 1);
    const file = join(register.folder, now.databaseFile);
    expect(await opensWith(file, now.databaseKey)).toBe(true);
    for (const name of (await readdir(register.folder)).filter((entry) => entry.endsWith('.db')))
      expect([name, await opensWith(join(register.folder, name), old.databaseKey)]).toEqual([name, false]);
  });

  it('can be changed again and again', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    for (let time = 0; time < 3; time += 1) expect(outcome(await rotate(marja))).toBe('done');
    expect((await vaultContent(register.folder)).roster.body.databaseKey.epoch).toBe(4);
    expect((await databasesIn(register.folder)).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  });

  it('makes the database refuse the vault from before it at once, without a further sign-in', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    expect(outcome(await rotate(marja))).toBe('done');
    const { file, ...as } = await fileOf(register.folder);
    const connection = await as.driver.open({ ...as, file, mode: 'read' });
    const epochs = await connection.all('SELECT key_epoch, roster_epoch FROM register_info');
    await connection.close();
    const { roster } = await vaultContent(register.folder);
    expect(epochs).toEqual([{ key_epoch: roster.body.databaseKey.epoch, roster_epoch: roster.body.epoch }]);
  });

  it('is on record from its start to its end, in a log that goes on unbroken', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    await rotate(marja);
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .select(['outcome', 'actor_name'])
      .where('action', '=', 'keys.rotate')
      .orderBy('sequence')
      .execute();
    expect(rows).toEqual(['started', 'done'].map((each) => ({ outcome: each, actor_name: people.all.name })));
  });

  it('loses nothing that is saved meanwhile', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const rotating = rotate(marja);
    const saved: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) saved.push(await registerCustomer(marja));
    expect(outcome(await rotating)).toBe('done');
    expect(await customersOf(register)).toEqual(saved.sort());
  });

  it('takes turns with a backup, and the next backup is of the new file', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    await registerCustomer(marja);
    const place = join(await temporaryFolder(), 'copies');
    await mkdir(place);
    register.host.folder = place;
    await marja.call('backup', 'choosePlace', {});
    const replies = await Promise.all([rotate(marja), marja.reply('backup', 'run', {}), rotate(marja)]);
    expect(replies.map(outcome)).toEqual(['done', 'done', 'done']);
    await marja.call('backup', 'run', {});
    const { vault } = await register.inside();
    const copies = await readdir(place);
    expect(copies).toHaveLength(2);
    const named = await Promise.all(copies.map((name) => vaultContent(join(place, name))));
    const newest = named.findIndex(({ roster }) => roster.body.databaseKey.epoch === vault.keyEpoch);
    const file = join(place, copies[newest] ?? '', named[newest]?.database.file ?? '');
    expect(await findDamageInFile(sqlcipherDriver, file, vault.databaseKey)).toEqual([]);
  });
});

describe('a rotation that does not come to its end', () => {
  it('can be stopped, and then nothing has changed', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    const before = await vaultContent(register.folder);
    const requestId = uuidv7();
    const stopped = marja.reply('keys', 'rotate', {}, requestId);
    marja.dispatch.cancel(marja.clientId, requestId);
    expect(outcome(await stopped)).toBe('cancelled');
    expect(await vaultContent(register.folder)).toEqual(before);
    expect((await databasesIn(register.folder)).filter((name) => name.endsWith('.db'))).toEqual([
      before.database.file,
    ]);
    await registerCustomer(marja);
  });

  it('is refused to an administrator whom the vault has meanwhile made something else', async () => {
    const register = await testRegister();
    const onni = await register.as('admin');
    const { id } = (await vaultContent(register.folder)).roster.body.users.find(
      ({ name }) => name === people.admin.name,
    ) ?? { id: '' };
    const { vault, place } = await register.inside();
    await setRoles(place, vault, id, ['reception']);
    const before = await vaultContent(register.folder);
    expect(outcome(await rotate(onni))).toBe('forbidden');
    expect(await vaultContent(register.folder)).toEqual(before);
    expect((await databasesIn(register.folder)).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  });
});
