import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { testPassword } from '../support/people.ts';
import { atDesk, lock } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let backupFolder: string;
/** The nine groups as they stood on the screen. */
let groups: string[];

beforeAll(async () => {
  backupFolder = await mkdtemp(join(tmpdir(), 'vastaanotto-e2e-backup-'));
  launched = await launchApp();
  page = launched.page;
});

afterAll(async () => {
  await launched?.close();
  await rm(backupFolder, { recursive: true, force: true });
});

const hasRegister = () => existsSync(join(launched.dataDir, 'register'));

/** Writes each text into the field that has the focus and goes on with Tab. */
async function writeThrough(texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
}

function heading(name: string) {
  return page.getByRole('heading', { level: 1, name });
}

describe('a new office, with the keyboard alone', () => {
  test('is asked whose register this is, and is shown what is missing', async () => {
    await heading('Kenen rekisteri tämä on?').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Korjaa 8 kohtaa').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('name');
    expect(await axeProblems(page)).toEqual([]);
  });

  test('gets the town from the postal code', async () => {
    await writeThrough(['Mallilan Hoitohuone Oy', '9999999-2', 'Esimerkkitie 12', '13100']);
    const city = page.getByLabel('Postitoimipaikka');
    await expect.poll(() => city.inputValue()).toBe('Hämeenlinna');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await writeThrough(['019 000 0100', 'toimisto@mallila.example', 'Marja Esimäki']);
    await page.keyboard.press('Enter');
    await heading('Ensimmäinen pääkäyttäjä').waitFor();
  });

  test('is not let on with a password that is easy to guess, or without the commitment', async () => {
    await writeThrough(['Marja Esimäki', 'Salasana123456']);
    await page.keyboard.press('Enter');
    await page.getByText('Lue sitoumus ja hyväksy se.').waitFor();
    await page.getByText('Salasana on liian helppo arvata.', { exact: true }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('reads the commitment and accepts it', async () => {
    await page.getByLabel('Salasana', { exact: true }).fill(testPassword);
    await page.getByText('Erittäin vahva.').waitFor();
    await page.getByLabel('Salasana uudelleen').fill(testPassword);
    await page.getByRole('button', { name: 'Lue sitoumus' }).press('Enter');
    await page.getByRole('dialog', { name: 'Vaitiolositoumus' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hyväksy sitoumus' }).press('Enter');
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
  });

  test('may go back and finds what was written', async () => {
    await page.getByRole('button', { name: 'Takaisin' }).press('Enter');
    expect(await page.getByLabel('Rekisterinpitäjä').inputValue()).toBe('Mallilan Hoitohuone Oy');
    await page.getByLabel('Rekisterinpitäjä').press('Enter');
    expect(await page.getByLabel('Salasana uudelleen').inputValue()).toBe(testPassword);
    await page.getByLabel('Nimi').press('Enter');
    await heading('Tulosta palautusavain nyt').waitFor();
  });

  test('sees the recovery key until it is on paper, and nothing exists yet', async () => {
    groups = await page
      .getByRole('region', { name: /palautusavain/ })
      .locator('li > span')
      .allTextContents();
    expect(groups).toHaveLength(9);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Kirjoitin avaimen paperille' }).press('Enter');
    expect(await page.getByText('peitetty', { exact: true }).count()).toBe(2);
    expect(hasRegister()).toBe(false);
  });

  test('types two groups back; a wrong one is named', async () => {
    await writeThrough(['0000', '0000']);
    await page.keyboard.press('Enter');
    await page.getByText('Ryhmä ei täsmää.').first().waitFor();
    expect(hasRegister()).toBe(false);
    for (const label of await page.locator('form label').allTextContents()) {
      const number = Number(/\d/.exec(label)?.[0]);
      await page.getByLabel(label).fill(groups[number - 1]?.toLowerCase() ?? '');
    }
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await heading('Mihin varmuuskopiot tallennetaan?').waitFor();
    expect(hasRegister()).toBe(true);
  });

  test('chooses where backups go, makes the first one and is at the desk', async () => {
    expect(await axeProblems(page)).toEqual([]);
    await launched.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, backupFolder);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ota käyttöön' }).press('Enter');
    await atDesk(page);
    await page.getByText(/^Varmuuskopio klo \d/).waitFor();
  });
});

test('a forgotten password is replaced with the recovery key, which gives way to a new one', async () => {
  await lock(page);
  await page.keyboard.press('Control+U');
  await page.getByRole('button', { name: 'Käytä palautusavainta' }).press('Enter');
  await page.getByLabel('Palautusavain').fill(groups.join(' ').toLowerCase());
  await page.getByLabel('Uusi salasana', { exact: true }).fill('kolme hiljaista kuusta');
  await page.getByLabel('Uusi salasana uudelleen').fill('kolme hiljaista kuusta');
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await heading('Kirjoita uusi palautusavain paperille').waitFor();
  const renewed = await page.locator('li > span').allTextContents();
  expect(renewed).not.toEqual(groups);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('checkbox').press('Space');
  await page.getByRole('button', { name: 'Jatka ohjelmaan' }).press('Enter');
  await atDesk(page);
});
