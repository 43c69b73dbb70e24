import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { press as pressKeys, tabTo } from '../support/keyboard.ts';
import { people, testPassword } from '../support/people.ts';
import { atDesk, lock, signIn } from '../support/sign-in.ts';

/** As long as a name of a person gets. */
const longName = 'Anna-Kaarina Mustikkamäki-Esimerkkiläinen';

let launched: LaunchedApp;
let page: Page;
let passphrase: string;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'admin');
  await page.keyboard.press('Control+1');
  await row(people.reception.name).waitFor();
});

afterAll(() => launched?.close());

const press = (...keys: string[]) => pressKeys(page, ...keys);
const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const detail = (name: string) => page.getByRole('complementary', { name });
const question = () => page.getByRole('alertdialog');

/** To the person's row by the arrows, and on to a control of their details. */
async function tabToIn(name: string, control: string): Promise<void> {
  await tabTo(page, page.locator('tr[tabindex="0"]'));
  await press('Home');
  for (let step = 0; !(await detail(name).isVisible()) && step < 10; step += 1) await press('ArrowDown');
  await tabTo(page, detail(name).getByRole('button', { name: control }));
}

describe('an administrator, by the keyboard alone,', () => {
  test('is told what a new person lacks, and gives them a passphrase that is shown once', async () => {
    await press('F3');
    await detail('Uusi käyttäjä').waitFor();
    await press('Control+Enter');
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('textbox', { name: 'Nimi' }));
    await page.keyboard.type(longName);
    await press('Tab', 'Space', 'Control+Enter');
    const shown = page.getByRole('status', { name: 'Kertasalasana', exact: true });
    await shown.waitFor();
    passphrase = (await shown.textContent()) ?? '';
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    await row(longName).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('records a commitment, which cannot be signed in the future', async () => {
    await tabToIn(longName, 'Kirjaa…');
    await press('Enter');
    await page.keyboard.type('1.2.2099');
    await press('Control+Enter');
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape');
  });

  test('writes down which manager decided on the health profile', async () => {
    await tabToIn(longName, 'Anna oikeus…');
    await press('Enter');
    await page.getByText('Kuka päätti').first().waitFor();
    await press('Control+Enter');
    expect(await axeProblems(page)).toEqual([]);
    await press('Space', 'Control+Enter');
    await page.getByText('Kuka päätti').first().waitFor({ state: 'detached' });
  });

  test('is asked before a password is reset and before a person is removed', async () => {
    await tabToIn(longName, 'Anna kertasalasana…');
    await press('Enter');
    await question().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, question().getByRole('button').last());
    await press('Enter');
    const shown = page.getByRole('status', { name: 'Kertasalasana', exact: true });
    await shown.waitFor();
    passphrase = (await shown.textContent()) ?? '';
    await press('Enter');
    await tabToIn(people.reception.name, 'Poista…');
    await press('Enter');
    await question().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape');
    await row(people.reception.name).waitFor();
  });
});

describe('the new person', () => {
  test('chooses a password on a page that can be read in Finnish, Swedish and English', async () => {
    await lock(page);
    await press('Control+U');
    await tabTo(page, page.getByRole('radio').first());
    await page.getByRole('radio', { name: longName }).press('Enter');
    await page.keyboard.type(passphrase);
    await press('Enter');
    await page.getByRole('heading', { name: 'Valitse oma salasana' }).waitFor();
    await page.keyboard.type('lyhyt');
    await press('Enter');
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('radio', { name: 'Suomi' }));
    for (const language of ['Svenska', 'English']) {
      await press('ArrowRight');
      await page.getByRole('radio', { name: language, checked: true }).waitFor();
      expect(await axeProblems(page), language).toEqual([]);
    }
  });
});

describe('what a person is told at sign-in', () => {
  test('a manager is told of a grant in their name, and a person of wrong passwords, which the settings list', async () => {
    await press('ArrowLeft', 'ArrowLeft');
    await page.reload();
    await page.getByText(/^Lukittu klo/).waitFor();
    await press('Control+U');
    const field = page.getByLabel('Salasana', { exact: true });
    await page.getByRole('radio', { name: people.manager.name }).press('Enter');
    await page.keyboard.type('aivan väärä salasana');
    await press('Enter');
    await page.getByText(/täsmää/).waitFor();
    await field.fill(testPassword);
    await press('Enter');
    await atDesk(page);
    await page.getByText(/oikeuden terveysprofiiliin/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Asetukset' }));
    await press('Enter');
    await page.getByRole('heading', { name: 'Omat kirjautumiset' }).waitFor();
    await page.getByRole('heading', { name: 'Omat kirjautumiset' }).scrollIntoViewIfNeeded();
    expect(await axeProblems(page)).toEqual([]);
  });
});
