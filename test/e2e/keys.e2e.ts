import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#main/register/database/open.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { addRows } from '../support/audit-rows.ts';
import { axeProblems } from '../support/axe.ts';
import { press as pressKeys, tabTo } from '../support/keyboard.ts';
import { people, testPassword } from '../support/people.ts';
import { whileRegisterRests } from '../support/processes.ts';
import { fileOf } from '../support/register-file.ts';
import { atDesk, lock } from '../support/sign-in.ts';

/** Enough for a rotation to be seen at work. */
const manyRows = 40_000;

let launched: LaunchedApp;
let page: Page;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  const database = await openDatabase(await fileOf(join(launched.dataDir, 'register')));
  await addRows(database, manyRows);
  await database.close();
});

afterAll(() => launched?.close());

const press = (...keys: string[]) => pressKeys(page, ...keys);
const dialog = (name: string) => page.getByRole('dialog', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const databaseFiles = async () =>
  (await readdir(join(launched.dataDir, 'register'))).filter((name) => name.endsWith('.db'));

async function openSettings(): Promise<void> {
  await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Asetukset' }));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Asetukset' }).waitFor();
}

test('an administrator comes to the keys without the mouse', async () => {
  await page.getByRole('radio', { name: people.all.name }).press('Enter');
  await page.keyboard.type(testPassword);
  await press('Enter');
  await atDesk(page);
  await openSettings();
  await tabTo(page, button('Vaihda tietokannan avain…'));
  expect(await axeProblems(page)).toEqual([]);
});

describe('the key of the database', () => {
  test('stays as it is when the change is put off', async () => {
    const before = await databaseFiles();
    await press('Enter');
    await dialog('Vaihda tietokannan avain').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape');
    await dialog('Vaihda tietokannan avain').waitFor({ state: 'detached' });
    expect(await databaseFiles()).toEqual(before);
  });

  test('stays as it is when the change is stopped halfway, which the dialog says', async () => {
    const before = await databaseFiles();
    await tabTo(page, button('Vaihda tietokannan avain…'));
    await press('Enter');
    await dialog('Vaihda tietokannan avain').waitFor();
    await press('Enter');
    await page.getByRole('progressbar').waitFor();
    await whileRegisterRests(launched, async () => {
      expect(await axeProblems(page)).toEqual([]);
      await press('Escape');
    });
    await page.getByText('Vaihto keskeytettiin. Vanha avain on voimassa, eikä mitään muutettu.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    expect(await databaseFiles()).toEqual(before);
  });

  test('is changed when it is started again, and the register opens under it as before', async () => {
    const before = await databaseFiles();
    await press('Enter');
    await dialog('Avain on vaihdettu').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    await dialog('Avain on vaihdettu').waitFor({ state: 'detached' });
    const after = await databaseFiles();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    await lock(page);
    await page.keyboard.type(testPassword);
    await press('Enter');
    await atDesk(page);
    await page.getByText(/vaihtoi tietokannan avaimen/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, button('Kuittaa luetuksi'));
    await press('Enter');
    await page.getByText(/vaihtoi tietokannan avaimen/).waitFor({ state: 'detached' });
  });
});

describe('a new recovery key', () => {
  const title = 'Uusi palautusavain';
  let groups: string[];

  async function typeGroups(texts: (number: number) => string): Promise<void> {
    for (const label of await dialog(title).locator('form label').allTextContents()) {
      await tabTo(page, dialog(title).getByLabel(label));
      await press('Control+A');
      await page.keyboard.type(texts(Number(/\d/.exec(label)?.[0])));
    }
    await press('Enter');
  }

  test('is shown whole until it is on paper', async () => {
    await openSettings();
    await tabTo(page, button('Tee uusi palautusavain…'));
    await press('Enter');
    await dialog(title).locator('li > span').first().waitFor();
    groups = await dialog(title).locator('li > span').allTextContents();
    expect(groups).toHaveLength(9);
    expect(await axeProblems(page)).toEqual([]);
  });

  test('says why it could not be printed, and can be written by hand', async () => {
    await launched.app.evaluate(({ app }) => {
      app.on('browser-window-created', (_event, { webContents }) => {
        webContents.getPrintersAsync = async () => [];
      });
    });
    await press('Control+p');
    await dialog(title).getByRole('alert').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, button('Kirjoitin avaimen paperille'));
    await press('Enter');
    expect(await dialog(title).getByText('peitetty', { exact: true }).count()).toBe(2);
  });

  test('is not taken into use by groups that differ', async () => {
    await typeGroups(() => '0000');
    await page.getByText('Ryhmä ei täsmää.').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('is taken into use by two groups from the paper, and every manager is told', async () => {
    await typeGroups((number) => groups[number - 1]?.toLowerCase() ?? '');
    await dialog(title).waitFor({ state: 'detached' });
    await page.getByText('Uusi palautusavain on käytössä. Hävitä vanha paperi.').waitFor();
    await page.getByText(/teki uuden palautusavaimen/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('opens the register when the password is forgotten', async () => {
    await lock(page);
    await press('Control+U');
    await tabTo(page, button('Käytä palautusavainta'));
    await press('Enter');
    await tabTo(page, button(/Kenen salasana vaihdetaan/));
    await press('Enter');
    await page.getByRole('option', { name: people.all.name }).waitFor();
    await page.keyboard.type(people.all.name);
    await press('Enter');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await tabTo(page, page.getByLabel('Palautusavain'));
    await page.keyboard.type(groups.join(' ').toLowerCase());
    for (const name of ['Uusi salasana', 'Uusi salasana uudelleen']) {
      await tabTo(page, page.getByLabel(name, { exact: true }));
      await page.keyboard.type('kolme hiljaista kuusta');
    }
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Kirjoita uusi palautusavain paperille' }).waitFor();
  });
});
