import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { tabTo } from '../support/keyboard.ts';
import { people } from '../support/people.ts';
import { atDesk, lock, signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'admin');
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { level: 1, name: 'Käyttäjät' }).waitFor();
  await row(people.reception.name).waitFor();
});

afterEach(() => launched?.close());

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
const detail = (name: string) => page.getByRole('complementary', { name });
const ownPassword = 'sininen polkupyörä sateessa 7';

/** From the list to the passphrase, by keys alone. */
async function addLotta(): Promise<string> {
  await page.keyboard.press('F3');
  await detail('Uusi käyttäjä').waitFor();
  await page.keyboard.type('Lotta Koepelto');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Enter');
  const passphrase = page.getByRole('status', { name: 'Kertasalasana', exact: true });
  await passphrase.waitFor();
  return (await passphrase.textContent()) ?? '';
}

describe('an administrator', () => {
  test('adds a person by keyboard alone, who signs in, chooses a password and works', async () => {
    const passphrase = await addLotta();
    expect(passphrase).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.getByText(passphrase).isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await row('Lotta Koepelto').waitFor();
    expect(await row('Lotta Koepelto').textContent()).toContain('vaitiolositoumus puuttuu');
    expect(await page.getByText(passphrase).count()).toBe(0);

    await lock(page);
    await page.keyboard.press('Control+U');
    await page.getByRole('radio', { name: 'Lotta Koepelto' }).press('Enter');
    await page.keyboard.type(passphrase.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Valitse oma salasana' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.type(ownPassword);
    await page.getByLabel('Uusi salasana uudelleen', { exact: true }).fill(ownPassword);
    await page.keyboard.press('Enter');
    await atDesk(page);
    await page.keyboard.press('F2');
    await page.getByRole('combobox').waitFor();
    expect(await page.getByRole('link', { name: 'Käyttäjät' }).count()).toBe(0);
  });

  test('moves through the accounts and renames one without the mouse', async () => {
    await row(people.reception.name).focus();
    await page.keyboard.press('j');
    await detail(people.manager.name).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('k');
    await detail(people.reception.name).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('-Koe');
    await page.keyboard.press('Control+Enter');
    await row('Helmi Testola-Koe').waitFor();
  });

  test('who renames themselves sees the new name in the top bar at once', async () => {
    await tabTo(page, row(people.reception.name));
    await page.keyboard.press('End');
    await detail(people.admin.name).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type('-Koe');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('banner').getByText('Onni Keksilä-Koe').waitFor();
  });

  test('records the commitment, and is asked before somebody is shut out', async () => {
    await row(people.reception.name).click();
    await page.getByRole('button', { name: 'Kirjaa…' }).click();
    await page.keyboard.type('1.2.2026');
    await page.keyboard.press('Control+Enter');
    await page.getByText('allekirjoitettu 1.2.2026').waitFor();
    await page.getByRole('button', { name: 'Sulje tunnus…' }).click();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sulje tunnus', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Myöhemmin' }).click();
    expect(await row(people.reception.name).textContent()).toContain('suljettu');
  });
});
