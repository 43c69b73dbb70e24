import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { signIn } from '../support/sign-in.ts';
import { openTab } from '../support/tabs.ts';

let launched: LaunchedApp;
let page: Page;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate'), args: ['--development'] });
  page = launched.page;
  await signIn(page);
});

afterAll(() => launched?.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const dialog = (name: string) => page.getByRole('dialog', { name });
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

async function goTo(path: string): Promise<void> {
  await page.evaluate((hash) => location.assign(`#${hash}`), path);
}

async function registerTwo(): Promise<void> {
  const sister = { ...ainoMallikas, firstNames: 'Liisa', phone: '050 000 0311', email: '' };
  for (const form of [ainoMallikas, sister]) {
    const reply = await callBridge(page, 'customers', 'register', { id: uuidv7(), form, consents: [] });
    expect(reply).toMatchObject({ ok: true });
  }
  await page.reload();
  await page.getByRole('combobox').waitFor();
}

async function openCard(): Promise<void> {
  await press('F2');
  await page.keyboard.type('mallikas aino');
  await page.getByRole('option', { name: /Aino/ }).waitFor();
  await press('Enter');
  await heading('Mallikas Aino Helena').waitFor();
}

async function settled(): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

describe('axe finds nothing, in the light and in the dark theme, on', () => {
  test('every component in all its states', async () => {
    await goTo('/components');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('colours that take long to fade from one theme into the other, once they have', async () => {
    const fade = (time: string) =>
      page.evaluate((value) => document.documentElement.style.setProperty('--m-fast', value), time);
    onTestFinished(() => fade(''));
    await fade('3s');
    expect(await axeProblems(page)).toEqual([]);
  });

  test('the list of customers while there are none', async () => {
    await goTo('/customers');
    await page.getByRole('combobox').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('a page that is not there', async () => {
    await goTo('/nowhere');
    await page.getByText('Näkymää ei ole').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('the list with hits', async () => {
    await goTo('/customers');
    await registerTwo();
    await press('F2');
    await page.keyboard.type('malli');
    await page.getByRole('option', { name: /Aino/ }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('the panel for a visit, with what is missing', async () => {
    await openCard();
    await press('F4');
    await dialog('Kirjaa käynti').waitFor();
    await press('Control+Enter');
    expect(await axeProblems(page)).toEqual([]);
    await press('1', 'Control+Enter');
    await dialog('Kirjaa käynti').waitFor({ state: 'detached' });
  });

  test('the panel for a consent', async () => {
    await press('F6');
    await dialog('Kirjaa muutos').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('a', 'k', 'Tab', 'Space', 'Control+Enter');
    await dialog('Kirjaa muutos').waitFor({ state: 'detached' });
  });

  test('every tab of the card', async () => {
    const tabs = page.getByRole('tablist', { name: 'Asiakkaan tiedot' }).getByRole('tab');
    for (let number = 1; number <= (await tabs.count()); number += 1) {
      await press(`Alt+${number}`);
      await page
        .getByRole('tab', { selected: true })
        .and(tabs.nth(number - 1))
        .waitFor();
      await settled();
      expect(await axeProblems(page), `tab ${number}`).toEqual([]);
    }
  });

  test('the question before an export', async () => {
    await press('F9');
    await dialog('Vie tiedot salattuun tiedostoon').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape');
  });

  test('the form that edits a customer', async () => {
    await press('F8');
    await page.getByRole('heading', { name: 'Muokkaa tietoja' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('the wordings and the settings', async () => {
    await press('Control+3');
    await page.getByLabel('Suomeksi').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await openTab(page, 'Asetukset');
    await heading('Asetukset').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});
