import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { addDays, addMonths, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';
import { visitOf } from '../support/visits.ts';

let launched: LaunchedApp;
let page: Page;

const value = <T>(feature: string, name: string, input: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
});

afterEach(() => launched?.close());

const give = (of: { customerId: string; visitId: string } | null, rating: number, words: string) =>
  value('visits', 'giveFeedback', { id: uuidv7(), of, rating, words });

/** A visit of Aino's and what she said of it, and what somebody said without a name. */
async function giveSome(): Promise<void> {
  const customerId = uuidv7();
  await value('customers', 'register', { id: customerId, form: ainoMallikas, consents: [] });
  const { items, practitioners } = await value<{
    items: PriceListItem[];
    practitioners: { id: string }[];
  }>('visits', 'priceList', {});
  const [item] = items;
  const practitionerId = practitioners[0]?.id;
  if (!item || !practitionerId) throw new Error('the price list has changed');
  const visit = visitOf({ customerId, practitionerId }, item, new Date(Date.now() - 60_000).toISOString());
  await value('visits', 'log', visit);
  const of = { customerId, visitId: visit.id };
  await give(of, 5, 'Selkä on kuin uusi.');
  await give(of, 4, '');
  await give(null, 2, 'Odotushuoneessa veti.');
}

const title = () => page.getByRole('heading', { level: 1, name: 'Palautteet' });
const rows = () => page.getByRole('grid', { name: 'Mitä sanottiin' }).locator('tbody tr');
const table = (name: string) => page.getByRole('table', { name });

/** Of the chip with this name, by its place in the list, counted from the first. */
async function choose(chip: RegExp, option: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: chip }));
  await press(page, 'Enter', 'Home');
  const wanted = page.getByRole('option', { name: option });
  await wanted.waitFor();
  while (!(await wanted.evaluate((element) => element === document.activeElement))) {
    await press(page, 'ArrowDown');
  }
  await press(page, 'Enter');
  await wanted.waitFor({ state: 'detached' });
}

test('a manager reads the feedback of a period, changes the period and opens the customer, by the keyboard', async () => {
  await signIn(page, 'all');
  await giveSome();
  await press(page, 'Control+2', 'Alt+2');
  await title().waitFor();
  await expect.poll(() => rows().count()).toBe(2);
  expect(await rows().first().textContent()).toContain('”Odotushuoneessa veti.”');
  await page.getByText('keskiarvo 3,7 · 3 arvosanaa').waitFor();
  expect(await table('Arvosanat').locator('tbody tr').allTextContents()).toEqual([
    '5 erinomainen133\u00a0%',
    '4 hyvä133\u00a0%',
    '3 kohtalainen00\u00a0%',
    '2 välttävä133\u00a0%',
    '1 huono00\u00a0%',
  ]);
  expect(await table('Tekijän mukaan').locator('tbody tr').allTextContents()).toEqual([
    expect.stringMatching(/24,5$/),
    'Nimetön12,0',
  ]);
  expect(await axeProblems(page)).toEqual([]);

  await choose(/Näytä$/, 'kaikki');
  await expect.poll(() => rows().count()).toBe(3);
  await choose(/Aika$/, 'edellinen kuukausi');
  await page.getByText('Ei palautteita tältä ajalta').waitFor();
  const month = `${today().slice(0, 7)}-01`;
  const days = `${formatDate(addMonths(month, -1))}–${formatDate(addDays(month, -1))}`;
  await page.getByText(days, { exact: true }).waitFor();
  expect(await axeProblems(page)).toEqual([]);

  await choose(/Aika$/, 'omat päivät…');
  const first = page.getByRole('textbox', { name: 'Ensimmäinen päivä' });
  await tabTo(page, first);
  await page.keyboard.type(formatDate(today()));
  await press(page, 'Tab');
  await page.keyboard.type(formatDate(addDays(today(), -1)));
  await press(page, 'Tab');
  await page.getByText('Viimeinen päivä on ennen ensimmäistä.').waitFor();
  await page.getByText('Ei palautteita tältä ajalta').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await tabTo(page, page.getByRole('textbox', { name: 'Viimeinen päivä' }));
  await press(page, 'Control+a');
  await page.keyboard.type('31.12.9999');
  await press(page, 'Tab');
  await expect.poll(() => rows().count()).toBe(3);

  await tabTo(page, rows().first());
  // said without a name: there is nobody to open
  await press(page, 'Enter');
  await press(page, 'ArrowDown', 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  await press(page, 'Control+2');
  await page.getByRole('heading', { level: 1, name: 'Käynnit' }).waitFor();
});

test('reception has no way to the feedback of everybody', async () => {
  await signIn(page, 'reception');
  await press(page, 'Control+2');
  await page.getByRole('heading', { level: 1, name: 'Käynnit' }).waitFor();
  expect(await page.getByRole('button', { name: /^Palautteet/ }).count()).toBe(0);
  await press(page, 'Alt+2', 'PageUp');
  await page.getByRole('button', { name: 'Tänään' }).waitFor();
  expect(await title().count()).toBe(0);
});

test('more than a page of feedback is read on by a button, and nothing is left out or told twice', async () => {
  await signIn(page, 'all');
  for (let number = 1; number <= 60; number += 1) await give(null, 3, `Sana ${number}.`);
  await press(page, 'Control+2', 'Alt+2');
  await expect.poll(() => rows().count()).toBe(50);
  await tabTo(page, page.getByRole('button', { name: 'Näytä lisää' }));
  await press(page, 'Enter');
  await expect.poll(() => rows().count()).toBe(60);
  const words = (await rows().allTextContents()).map((text) => /Sana (\d+)\./.exec(text)?.[1]);
  expect(words).toEqual(Array.from({ length: 60 }, (_, index) => String(60 - index)));
  expect(await page.getByRole('button', { name: 'Näytä lisää' }).count()).toBe(0);
});
