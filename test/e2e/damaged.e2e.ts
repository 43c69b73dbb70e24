import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { testClient } from '../support/client.ts';
import { people, testPassword } from '../support/people.ts';

test('a register whose key file is damaged is explained, and nothing in it is touched', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-e2e-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }));
  const vault = join(dataDir, 'register', 'vault.json');
  await cp(inject('registerTemplate'), join(dataDir, 'register'), { recursive: true });
  await truncate(vault, 200);
  const before = await readFile(vault);

  const { page, close } = await launchApp({ dataDir });
  onTestFinished(close);
  await page.getByRole('heading', { name: 'Rekisteriä ei voi avata' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).press('Enter');
  await page.getByRole('heading', { name: 'Rekisteriä ei voi avata' }).waitFor();
  expect(await readFile(vault)).toEqual(before);
});

test('an older key file under a newer register lets nobody in and says what to do', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-e2e-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }));
  const register = join(dataDir, 'register');
  const vault = join(register, 'vault.json');
  await cp(inject('registerTemplate'), register, { recursive: true });
  const older = await readFile(vault);
  await addsAPerson(register);
  await writeFile(vault, older);
  const before = await databaseOf(register);

  const { page, close } = await launchApp({ dataDir });
  onTestFinished(close);
  await page.getByRole('radio', { name: people.admin.name }).press('Enter');
  await page.getByLabel('Salasana', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await page
    .getByText(
      'Avaintiedosto on vanhempi kuin rekisteri. Mihinkään ei koskettu. Pyydä pääkäyttäjää palauttamaan uusin varmuuskopio.',
    )
    .waitFor();
  expect(await axeProblems(page)).toEqual([]);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await readFile(vault)).toEqual(older);
  expect(await databaseOf(register)).toEqual(before);
});

/** The roster gets a new epoch, in the key file first and then in the database. */
async function addsAPerson(register: string): Promise<void> {
  const onni = testClient(register);
  await onni.call('auth', 'unlock', { who: { typedName: people.admin.name }, password: testPassword });
  await onni.call('accounts', 'add', { name: 'Lotta Koepelto', roles: ['reception'] });
  await onni.dispatch.close('signed-out');
}

async function databaseOf(register: string): Promise<Buffer> {
  const [name, ...others] = (await readdir(register)).filter((file) => /^register-.*\.db$/.test(file));
  if (name === undefined || others.length > 0) throw new Error('there is not one database');
  return readFile(join(register, name));
}
