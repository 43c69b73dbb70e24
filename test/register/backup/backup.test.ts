import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { testClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';

async function withPlace() {
  const register = await testRegister();
  const marja = await register.as('all');
  const place = join(register.folder, '..', 'varmuuskopiot');
  await mkdir(place);
  register.host.folder = place;
  await marja.call('backup', 'choosePlace', {});
  return { register, marja, place };
}

describe('a backup', () => {
  it('is a register that opens elsewhere with the same password and holds what was saved', async () => {
    const { register, marja, place } = await withPlace();
    const id = await registerCustomer(marja, { lastName: 'Kopioitava' });
    const status = await marja.call('backup', 'run', {});
    const [name = ''] = await readdir(place);
    expect(status.lastDone?.at).toBe(register.clock.now());
    expect(status.failure).toBeNull();
    expect((await readdir(join(place, name))).sort()).toEqual([
      expect.stringMatching(/^register-.*\.db$/),
      'vault.json',
    ]);

    const elsewhere = join(register.folder, '..', 'toisella-koneella');
    await cp(join(place, name), elsewhere, { recursive: true });
    const door = testClient(elsewhere);
    door.clock.advance(30_000);
    await door.reply('auth', 'status', {});
    door.clock.advance(30_000);
    await door.call('auth', 'unlock', { who: { typedName: people.all.name }, password: testPassword });
    expect(await door.call('customers', 'card', { customerId: id })).toMatchObject({
      lastName: 'Kopioitava',
    });
  });

  it('put back over a register by hand never meets the log of the file that was there', async () => {
    const { register, marja, place } = await withPlace();
    const before = await registerCustomer(marja, { lastName: 'Kopioitava' });
    await marja.call('backup', 'run', {});
    // More than SQLite keeps in its log, so that the log alone no longer fits the older file.
    for (let turn = 0; turn < 150; turn += 1) await registerCustomer(marja, { lastName: `Myöhempi ${turn}` });
    const folder = join(register.folder, '..', 'palautettu');
    // As a kill leaves it: the log stays beside the database.
    await cp(register.folder, folder, { recursive: true });
    expect((await readdir(folder)).some((name) => name.endsWith('.db-wal'))).toBe(true);
    const [name = ''] = await readdir(place);
    await cp(join(place, name), folder, { recursive: true, force: true });

    const door = testClient(folder);
    await door.call('auth', 'unlock', { who: { typedName: people.all.name }, password: testPassword });
    expect(await door.call('customers', 'card', { customerId: before })).toMatchObject({
      lastName: 'Kopioitava',
    });
    const { hits } = await door.call('customers', 'search', { text: 'Myöhempi', limit: 10 });
    expect(hits).toEqual([]);
    await door.dispatch.close();
    const { file, key } = await fileOf(folder);
    expect(await findDamageInFile(sqlcipherDriver, file, key)).toEqual([]);
    expect((await readdir(folder)).filter((entry) => entry.endsWith('.db'))).toHaveLength(1);
  });

  it('holds no customer in the clear', async () => {
    const { marja, place } = await withPlace();
    await registerCustomer(marja, { lastName: 'Kanarialintunen' });
    await marja.call('backup', 'run', {});
    const [name = ''] = await readdir(place);
    for (const file of await readdir(join(place, name))) {
      const bytes = await readFile(join(place, name, file));
      expect(bytes.includes('Kanarialintunen')).toBe(false);
    }
  });

  it('tells how far it is', async () => {
    const { marja } = await withPlace();
    await marja.call('backup', 'run', {});
    expect(marja.progress.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['backup-copy', 'backup-verify']),
    );
    expect(marja.progress.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
  });

  it('without a chosen place says so', async () => {
    const marja = await (await testRegister()).as('all');
    expect(await marja.reply('backup', 'run', {})).toMatchObject({ fault: { rule: 'backup-place-missing' } });
  });

  it('to a place that has gone says which, leaves the failure on record and never a half copy', async () => {
    const { register, marja, place } = await withPlace();
    await rename(place, `${place}-irrotettu`);
    expect(await marja.reply('backup', 'run', {})).toMatchObject({
      fault: { rule: 'backup-place-unwritable', facts: { place } },
    });
    expect(await marja.call('backup', 'status', {})).toMatchObject({
      lastDone: null,
      failure: { at: register.clock.now(), reason: 'place-missing' },
    });
    expect(await readdir(`${place}-irrotettu`)).toEqual([]);
  });

  it('that the person stops leaves nothing behind and is on record as stopped', async () => {
    const { marja, place } = await withPlace();
    const requestId = uuidv7();
    const running = marja.reply('backup', 'run', {}, requestId);
    marja.dispatch.cancel(marja.clientId, requestId);
    expect(await running).toEqual({ ok: false, fault: { kind: 'cancelled' } });
    expect(await readdir(place)).toEqual([]);
    expect(await marja.call('backup', 'status', {})).toMatchObject({ failure: { reason: 'stopped' } });
  });

  it('that is asked for while another is made waits for it, and all are whole', async () => {
    const { marja, place } = await withPlace();
    const replies = await Promise.all(Array.from({ length: 8 }, () => marja.reply('backup', 'run', {})));
    expect(replies.filter(({ ok }) => !ok)).toEqual([]);
    const copies = await readdir(place);
    expect(copies.filter((name) => !name.endsWith('.partial'))).toHaveLength(8);
    for (const copy of copies) expect(await readdir(join(place, copy))).toHaveLength(2);
    expect(await marja.call('backup', 'status', {})).toMatchObject({ failure: null });
  });

  it('that waits for another can be stopped, and the other goes on', async () => {
    const { marja, place } = await withPlace();
    const first = marja.reply('backup', 'run', {});
    const requestId = uuidv7();
    const second = marja.reply('backup', 'run', {}, requestId);
    marja.dispatch.cancel(marja.clientId, requestId);
    expect(await second).toEqual({ ok: false, fault: { kind: 'cancelled' } });
    expect(await first).toMatchObject({ ok: true });
    expect(await readdir(place)).toHaveLength(1);
  });

  it('keeps thirty copies, removes what a broken run left, and touches nothing that is not its own', async () => {
    const { register, marja, place } = await withPlace();
    await marja.call('backup', 'run', {});
    const [own = ''] = await readdir(place);
    const tag = own.split('-').at(-2) ?? '';
    const copyOf = (day: number, of: string) =>
      `vastaanotto-2026-10-${String(day).padStart(2, '0')}-160000-${of}-00aa`;
    for (let day = 1; day <= 30; day += 1) {
      await mkdir(join(place, copyOf(day, tag)));
      await mkdir(join(place, copyOf(day, '0badcafe')));
    }
    await mkdir(join(place, `${copyOf(5, tag)}.partial`));
    await mkdir(join(place, `${copyOf(5, '0badcafe')}.partial`));
    await mkdir(join(place, 'vastaanotto-valokuvat'));
    await writeFile(join(place, 'muistio.txt'), 'ei kuulu ohjelmalle');
    register.clock.advance(1000);
    await marja.call('backup', 'run', {});
    const left = await readdir(place);
    expect(left).toContain('muistio.txt');
    expect(left).toContain('vastaanotto-valokuvat');
    expect(left).not.toContain(copyOf(1, tag));
    expect(left.filter((name) => name.includes(`-${tag}-`))).toHaveLength(30);
    expect(left.filter((name) => name.includes('-0badcafe-'))).toHaveLength(31);
  });
});

describe('the place of backups', () => {
  it('is refused when nothing can be written there, and the earlier one stays', async () => {
    const { register, marja, place } = await withPlace();
    register.host.folder = join(place, 'ei-ole');
    expect(await marja.reply('backup', 'choosePlace', {})).toMatchObject({
      fault: { rule: 'backup-place-unwritable' },
    });
    expect((await marja.call('backup', 'status', {})).place).toBe(place);
  });

  it('stays as it was when the dialog is cancelled', async () => {
    const { register, marja, place } = await withPlace();
    register.host.folder = null;
    const { outcome, status } = await marja.call('backup', 'choosePlace', {});
    expect([outcome, status.place]).toEqual(['cancelled', place]);
  });

  it('tells when it is on the same disk as the register', async () => {
    const { marja } = await withPlace();
    expect((await marja.call('backup', 'status', {})).sameDisk).toBe(true);
  });
});
