import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { signIn } from '../support/sign-in.ts';
import { openTab } from '../support/tabs.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signIn(launched.page);
});

afterAll(() => launched?.close());

const currentTab = () => launched.page.getByRole('navigation').locator('[aria-current="page"]').textContent();

test('the tabs are reached by Ctrl and their number', async () => {
  const { keyboard } = launched.page;
  await keyboard.press('Control+2');
  await expect.poll(currentTab).toBe('Käynnit');
  await keyboard.press('Control+3');
  await expect.poll(currentTab).toBe('Sanamuodot');
  await keyboard.press('Control+4');
  await expect.poll(currentTab).toBe('Tapahtumaloki');
});

test('F2 finds the search of customers from any screen without a search of its own, and F3 a new one', async () => {
  const { keyboard } = launched.page;
  await openTab(launched.page, 'Asetukset');
  await keyboard.press('F2');
  const focused = () => launched.page.evaluate(() => document.activeElement?.id);
  await expect.poll(focused).toBe('customer-search');
  await openTab(launched.page, 'Asetukset');
  await keyboard.press('F3');
  await expect.poll(() => launched.page.url()).toContain('#/customers/new');
});

test('F1 lists what the keys do and keeps every other key still until it is closed', async () => {
  const { page } = launched;
  await openTab(page, 'Asetukset');
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Kaikki näppäimet' });
  await dialog.getByText('Lukitse heti').waitFor();
  await page.keyboard.press('F3');
  expect(page.url()).toContain('#/settings');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('F1 lists a key once, with what it does on this screen', async () => {
  const { page } = launched;
  await page.keyboard.press('Control+1');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog', { name: 'Kaikki näppäimet' });
  await dialog.getByText('Lukitse heti').waitFor();
  const names = await dialog.getByRole('term').allTextContents();
  expect(names).toContain('F3F3');
  expect(names).toHaveLength(new Set(names).size);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('a missing place for backups stays in sight, in words, until one is chosen', async () => {
  const { page } = launched;
  await page.getByText('Varmuuskopiolla ei ole paikkaa.').waitFor();
  await page.getByText('Varmuuskopion paikka puuttuu').waitFor();
});

test('half a minute before the lock a warning is shown, and goes away when the person moves', async () => {
  const { app, page } = launched;
  await app.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => now() + 275_000;
  });
  const warning = page.getByText(/^Lukittuu \d+\s?s kuluttua/);
  await warning.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.mouse.move(200, 300);
  await warning.waitFor({ state: 'hidden' });
});

test('a new person is told the next thing to try, until they have done it or do not want to know', async () => {
  const { page } = launched;
  await openTab(page, 'Asiakkaat');
  const hint = page.getByRole('complementary', { name: 'Vihje' });
  await hint.getByText('Haku aukeaa aina').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  const id = uuidv7();
  await callBridge(page, 'customers', 'register', { id, form: ainoMallikas, consents: [] });
  await page.keyboard.press('F2');
  await page.keyboard.type('mallikas');
  await page.getByRole('option', { name: /Aino/ }).waitFor();
  await page.keyboard.press('Enter');
  await hint.getByText('kirjaa käynnin').waitFor();
  await hint.getByRole('button', { name: 'Selvä' }).press('Enter');
  await hint.getByText('mihin asiakas suostuu').waitFor();
  await openTab(page, 'Asiakkaat');
  await hint.waitFor({ state: 'detached' });
});
