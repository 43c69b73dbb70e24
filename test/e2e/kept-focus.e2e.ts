import type { Locator, Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { addDays, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { openCard } from '../support/open-card.ts';
import { signIn } from '../support/sign-in.ts';
import { visitOf } from '../support/visits.ts';

let launched: LaunchedApp;
let page: Page;
const customerId = uuidv7();

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

/** One customer with two notes and two visits today, on the screen of her card. */
beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'all');
  await value('customers', 'register', { id: customerId, form: ainoMallikas, consents: [] });
  for (const text of ['Ensimmäinen', 'Toinen']) {
    const record = { kind: 'note', text };
    await value('customers', 'addRecord', { id: uuidv7(), customerId, record, source: 'customer' });
  }
  const { items, practitioners } = await value<{
    items: PriceListItem[];
    practitioners: { id: string }[];
  }>('visits', 'priceList', {});
  const [item] = items;
  const practitionerId = practitioners[0]?.id;
  if (!item || !practitionerId) throw new Error('the price list has changed');
  for (const minutes of [1, 2]) {
    const at = new Date(Date.now() - minutes * 60_000).toISOString();
    await value('visits', 'log', visitOf({ customerId, practitionerId }, item, at));
  }
  await openCard(page, 'mallikas', 'Mallikas Aino Helena');
});

afterAll(() => launched?.close());

/** What has the focus is inside this, and is not the window as a whole. */
async function focusStaysIn(part: Locator): Promise<void> {
  await expect
    .poll(() => part.evaluate((element) => element.contains(element.ownerDocument.activeElement)))
    .toBe(true);
}

async function reverseFirst(): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: /^Toiminnot/ }).first());
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'Mitätöi kirjaus' }).waitFor();
  await press(page, 'End', 'Enter');
  await page.getByRole('dialog', { name: 'Mitätöidäänkö kirjaus?' }).waitFor();
  await page.keyboard.type('Väärä päivä');
  await press(page, 'Control+Enter');
  await page
    .getByText(/^Mitätöity .*Väärä päivä$/)
    .first()
    .waitFor();
}

test('a removed record gives the focus to the next one', async () => {
  const notes = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Muut tiedot' }) })
    .last();
  await tabTo(page, notes.getByRole('button', { name: 'Poista' }).first());
  await press(page, 'Enter');
  await expect.poll(() => notes.getByRole('button', { name: 'Poista' }).count()).toBe(1);
  await focusStaysIn(notes);
});

test('a corrected entry keeps the focus in its list, whatever is left of its menu', async () => {
  await press(page, 'Alt+2');
  const list = page.getByRole('table', { name: 'Käynnit' });
  await list.waitFor();
  await reverseFirst();
  await focusStaysIn(list);
});

test('a removed line of a visit gives the focus to what follows in the panel', async () => {
  await press(page, 'F4');
  const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
  await panel.getByRole('radio').first().waitFor();
  await press(page, '4');
  await tabTo(page, panel.getByRole('button', { name: 'Poista rivi 1' }));
  await press(page, 'Enter');
  await panel.getByRole('button', { name: 'Poista rivi 1' }).waitFor({ state: 'detached' });
  await focusStaysIn(panel);
  await press(page, 'Escape');
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää kirjaus' }));
  await press(page, 'Enter');
  await panel.waitFor({ state: 'detached' });
});

test('the day’s list and its date keep the focus too', async () => {
  await press(page, 'Control+2');
  const grid = page.getByRole('grid', { name: 'Käynnit' });
  await grid.waitFor();
  await reverseFirst();
  await focusStaysIn(grid);
  const day = page.getByRole('textbox', { name: 'Päivä' });
  await tabTo(page, day);
  await press(page, 'Control+a');
  await page.keyboard.type(formatDate(addDays(today(), -1)));
  await press(page, 'Enter');
  await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
  await focusStaysIn(day);
  expect(await day.inputValue()).toBe(formatDate(addDays(today(), -1)));
});
