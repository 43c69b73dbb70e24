import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { people, testPassword } from '../support/people.ts';
import { atDesk, lock, signIn } from '../support/sign-in.ts';
import { openTab } from '../support/tabs.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await page.getByRole('heading', { name: 'Kuka kirjautuu?' }).waitFor();
});

afterEach(() => launched?.close());

const password = () => page.getByLabel('Salasana', { exact: true });
const rows = () => page.getByRole('radiogroup', { name: 'Käyttäjä' }).getByRole('radio');
const chosen = () =>
  rows()
    .and(page.getByRole('radio', { checked: true }))
    .getAttribute('aria-label');

async function tryPassword(text: string): Promise<string | null> {
  await password().fill(text);
  await password().press('Enter');
  const answer = page.getByText(/täsmää|Kirjautuminen odottaa/);
  await answer.waitFor();
  return answer.textContent();
}

describe('who signs in', () => {
  test('is chosen by number, by arrows and by the beginning of a name', async () => {
    const names = await rows().evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
    await rows().first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await chosen()).toBe(names[1]);
    await page.keyboard.type('näy');
    expect(await chosen()).toContain(people.manager.name);
    await page.keyboard.press('1');
    expect(await chosen()).toBe(names[0]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password');
    expect(await axeProblems(page)).toEqual([]);
  });

  test('gets the same answer for a wrong password and for a name that nobody has', async () => {
    await page.getByRole('radio', { name: people.reception.name }).press('Enter');
    const wrongPassword = await tryPassword('aivan väärä salasana');
    expect(await password().inputValue()).toBe('');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Muu käyttäjä' }).click();
    await page.getByRole('textbox', { name: 'Nimi' }).fill('Kalle Tuntematon');
    expect(await tryPassword('aivan väärä salasana')).toBe(wrongPassword);
  });

  test('waits after five wrong passwords, sees for how long, and goes on when the wait is over', async () => {
    await page.getByRole('radio', { name: people.reception.name }).press('Enter');
    for (let tries = 0; tries < 5; tries += 1) await tryPassword(`aivan väärä ${tries}`);
    await password().fill(testPassword);
    await password().press('Enter');
    await page.getByText('Kirjautuminen odottaa').waitFor();
    expect(await password().isDisabled()).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByText('Kirjautuminen odottaa').waitFor({ state: 'hidden' });
    await page.keyboard.type(testPassword);
    await page.keyboard.press('Enter');
    await atDesk(page);
  });

  test('sees the tabs of their roles only', async () => {
    await signIn(page, 'admin');
    const tabs = page.getByRole('navigation').getByRole('link');
    expect(await tabs.allTextContents()).toEqual(['Käyttäjät', 'Asetukset']);
  });
});

test('a wait goes on after a restart, with the time that is left and who can help', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-wait-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }));
  const first = await launchApp({ dataDir, register: inject('registerTemplate') });
  await first.page.getByRole('radio', { name: people.reception.name }).press('Enter');
  for (let tries = 0; tries < 7; tries += 1) {
    const reply = await callBridge(first.page, 'auth', 'unlock', {
      who: { typedName: people.reception.name },
      password: `aivan väärä ${tries}`,
    });
    expect(reply).toMatchObject({ ok: false });
  }
  await first.close();
  const second = await launchApp({ dataDir });
  onTestFinished(() => second.close());
  await second.page.getByRole('radio', { name: people.manager.name }).press('Enter');
  const notice = second.page.getByRole('alert');
  await notice.getByText(/^Kirjautuminen odottaa klo/).waitFor();
  expect(await notice.textContent()).toContain('pyydä apua pääkäyttäjältä');
  await second.page.getByText(/\d\ss jäljellä/).waitFor();
});

test('the language changes at once and is remembered', async () => {
  await page.getByRole('radio', { name: 'Svenska' }).check({ force: true });
  await page.getByRole('heading', { name: 'Vem loggar in?' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('sv');
  await page.reload();
  await page.getByRole('heading', { name: 'Vem loggar in?' }).waitFor();
  await page.getByRole('radio', { name: 'English' }).check({ force: true });
  await page.getByRole('heading', { name: 'Who is signing in?' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

describe('a lock', () => {
  test('shows a name plate and no data, and the same person goes on where the work was left', async () => {
    await signIn(page);
    await openTab(page, 'Asetukset');
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    await lock(page);
    await page.getByRole('heading', { name: people.all.name }).waitFor();
    expect(await page.getByText('Esimerkkitie').count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.type(testPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
  });

  test('lets another person in, who starts at the beginning', async () => {
    await signIn(page);
    await openTab(page, 'Asetukset');
    await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
    await lock(page);
    await page.keyboard.press('Control+U');
    await signIn(page, 'reception');
    await expect.poll(() => page.url()).toContain('#/customers');
  });
});

test('the frame, the settings and the list of keys have no problem that axe finds', async () => {
  await signIn(page);
  await openTab(page, 'Asetukset');
  await page.getByRole('heading', { name: 'Asetukset' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('F1');
  await page.getByRole('dialog', { name: 'Kaikki näppäimet' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
});

test('one changes the own password and signs in with the new one', async () => {
  await signIn(page, 'reception');
  await page.keyboard.press('Control+3');
  const changed = 'kolme hiljaista kuusta';
  await page.getByLabel('Nykyinen salasana').fill(testPassword);
  await page.getByLabel('Uusi salasana', { exact: true }).fill(changed);
  await page.getByLabel('Uusi salasana uudelleen').fill(changed);
  await page.keyboard.press('Enter');
  await page.getByText('Salasana on vaihdettu.').waitFor();
  await lock(page);
  await tryPassword(testPassword);
  await password().fill(changed);
  await password().press('Enter');
  await atDesk(page);
});
