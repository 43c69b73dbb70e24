import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { addDays, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { whileRegisterRests } from '../support/processes.ts';
import { lock, signIn } from '../support/sign-in.ts';
import { visitOf } from '../support/visits.ts';

let launched: LaunchedApp;
let page: Page;
let customerId: string;

async function value<T>(feature: string, name: string, input: unknown): Promise<T> {
  const reply = await callBridge(page, feature, name, input);
  if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
  return reply.value as T;
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);
const rows = () => page.getByRole('grid', { name: 'Käynnit' }).locator('tbody tr');
const cardRows = () => page.getByRole('table', { name: 'Käynnit' }).locator('tbody tr');
const toast = (text: string) => page.getByRole('status').getByText(text);
const shot = async (name: string) => {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
};

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  customerId = uuidv7();
  await value('customers', 'register', { id: customerId, form: ainoMallikas, consents: [] });
  const other = {
    ...ainoMallikas,
    lastName: 'Testola',
    firstNames: 'Malla Inkeri',
    nameInUse: 'Malla',
    birthDate: '12.7.1979',
  };
  await value('customers', 'register', { id: uuidv7(), form: other, consents: [] });
});

afterEach(() => launched?.close());

/** A visit of Aino's a minute ago. */
async function logVisit(): Promise<void> {
  const { items, practitioners } = await value<{
    items: PriceListItem[];
    practitioners: { id: string }[];
  }>('visits', 'priceList', {});
  const [item] = items;
  const practitionerId = practitioners[0]?.id;
  if (!item || !practitionerId) throw new Error('the price list has changed');
  const at = new Date(Date.now() - 60_000).toISOString();
  await value('visits', 'log', visitOf({ customerId, practitionerId }, item, at));
}

async function changeTo(person: 'manager' | 'reception'): Promise<void> {
  await lock(page);
  await page.getByRole('button', { name: 'Vaihda käyttäjää' }).press('Enter');
  await signIn(page, person);
}

/** From the first row's own button, by the keyboard. */
async function choose(action: string): Promise<void> {
  await page
    .getByRole('button', { name: /^Toiminnot/ })
    .first()
    .focus();
  await press('Enter');
  await page.getByRole('menu').waitFor();
  const item = page.getByRole('menuitem', { name: action });
  while (!(await item.evaluate((element) => element === document.activeElement))) await press('ArrowDown');
  await press('Enter');
}

describe('the day’s visits', () => {
  test('are logged, walked through and opened by keyboard only', async () => {
    await press('Control+2');
    await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
    await shot('day-empty');
    expect(await axeProblems(page)).toEqual([]);
    await press('F4');
    await page.getByRole('combobox', { name: 'Kenen käynti' }).waitFor();
    // Enter comes before what is found, as from a quick hand: it means the first of that.
    await whileRegisterRests(launched, async () => {
      await type('mall');
      await press('Enter');
    });
    const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
    await panel.getByText('Mallikas Aino').waitFor();
    await panel.getByRole('radio').first().waitFor();
    await press('4');
    await shot('day-log');
    await press('Control+Enter');
    await toast('Käynti tallennettu, 62,00\u00a0€').waitFor();
    await expect.poll(() => rows().count()).toBe(1);
    await shot('day-one');
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.getByText('Päivä yhteensä').locator('..').textContent()).toContain('62,00');
    await press('PageUp');
    await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
    const field = page.getByRole('textbox', { name: 'Päivä' });
    expect(await field.inputValue()).toBe(formatDate(addDays(today(), -1)));
    await press('PageDown');
    await expect.poll(() => rows().count()).toBe(1);
    await rows().first().focus();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
    await expect.poll(() => cardRows().count()).toBe(1);
  });

  test('of an earlier day are logged on the day that is shown', async () => {
    await press('Control+2', 'PageUp');
    await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
    await press('F4');
    await page.getByRole('combobox', { name: 'Kenen käynti' }).waitFor();
    await type('mall');
    await page.getByRole('option', { name: /Mallikas Aino/ }).waitFor();
    await press('ArrowDown', 'Enter');
    const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
    await panel.getByRole('radio').first().waitFor();
    const day = panel.getByRole('textbox', { name: 'Päivä' });
    expect(await day.inputValue()).toBe(formatDate(addDays(today(), -1)));
    await press('1', 'Control+Enter');
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByText('Käynti tallennettu').first().waitFor();
    await press('Control+z');
    await toast('Kirjaus mitätöity').waitFor();
  });

  test('are only of days that have been: the field says so, and never names another day than the list', async () => {
    await press('Control+2', 'PageUp');
    const yesterday = formatDate(addDays(today(), -1));
    const field = page.getByRole('textbox', { name: 'Päivä' });
    await expect.poll(() => field.inputValue()).toBe(yesterday);
    await field.focus();
    await press('Control+A');
    await type(formatDate(addDays(today(), 3)));
    await press('Enter');
    await page.getByText('Päivä on tulevaisuudessa.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+A');
    await type('32.1.2026');
    await press('Enter');
    await page.getByText('Kirjoita päivä muodossa 26.5.1968.').waitFor();
    await press('Tab');
    expect(await field.inputValue()).toBe(yesterday);
    expect(await page.getByText('Kirjoita päivä muodossa 26.5.1968.').count()).toBe(0);
  });

  test('get a call, which is not called a visit and has no sum, and the panel says so before it is saved', async () => {
    await logVisit();
    await press('F2');
    await type('10001');
    await page.getByRole('option', { name: /Mallikas/ }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
    await press('Alt+2', 'F4');
    const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
    await panel.getByRole('radio').first().waitFor();
    await panel.getByRole('button', { name: /Laji/ }).focus();
    await press('Enter');
    await page.getByRole('option', { name: 'Puhelu' }).waitFor();
    await press('p', 'Enter');
    await panel.getByText('Palvelua ei veloiteta. Jos asiakas osti jotain, lisää tuote.').waitFor();
    expect(await cardRows().first().textContent()).toContain('Puhelu');
    await press('Control+Enter');
    await toast('Kirjaus tallennettu').waitFor();
    expect(await page.getByRole('status').getByText('Kirjaus tallennettu').textContent()).not.toContain('€');
    await page.getByText(/^2 kirjausta, vuonna 20\d\d yhteensä 68,00\s€$/).waitFor();
  });

  test('are of the day on which the panel was opened, also when it is saved after midnight', async () => {
    await press('Control+2', 'F4');
    await page.getByRole('combobox', { name: 'Kenen käynti' }).waitFor();
    await type('mall');
    await press('Enter');
    const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
    await panel.getByRole('radio').first().waitFor();
    const day = formatDate(today());
    await panel.getByText(`Tänään ${day}`, { exact: true }).waitFor();
    await page.clock.setFixedTime(new Date(Date.now() + 24 * 3_600_000));
    await panel.getByText(day, { exact: true }).waitFor();
    await press('4', 'Control+Enter');
    await toast('Käynti tallennettu, 62,00\u00a0€').waitFor();
    await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
    await press('PageUp');
    await expect.poll(() => rows().count()).toBe(1);
  });

  test('show what was taken back, in words and struck through, and count it off', async () => {
    await logVisit();
    await press('Control+2');
    await expect.poll(() => rows().count()).toBe(1);
    await choose('Mitätöi kirjaus');
    await page.getByRole('dialog', { name: 'Mitätöidäänkö kirjaus?' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await page.locator('input[aria-invalid=true]').waitFor();
    await type('Väärä päivä');
    await shot('reverse');
    await press('Control+Enter');
    await toast('Kirjaus mitätöity').waitFor();
    await expect.poll(() => rows().count()).toBe(2);
    await page.getByText(/^Mitätöity .*Helmi Testola: Väärä päivä/).waitFor();
    expect(await rows().first().locator('del').count()).toBe(2);
    expect(await page.getByText('Päivä yhteensä').locator('..').textContent()).toContain('0,00');
    await shot('day-reversed');
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('an entry that somebody else wrote down', () => {
  test('cannot be taken back or moved by reception the next day, and the menu says why', async () => {
    await changeTo('manager');
    await logVisit();
    await changeTo('reception');
    const menu = async () => {
      await expect.poll(() => rows().count()).toBe(1);
      await page.getByRole('button', { name: /^Toiminnot/ }).focus();
      await press('Enter');
      await page.getByRole('menuitem').first().waitFor();
    };
    const refused = () => page.locator('[role=menuitem][aria-disabled=true]').allTextContents();
    await press('Control+2');
    await menu();
    expect(await refused()).toEqual([]);
    await press('Escape');

    await page.clock.setFixedTime(new Date(Date.now() + 24 * 3_600_000));
    await page.getByText('Ei kirjauksia tänä päivänä').waitFor();
    await press('PageUp');
    await menu();
    expect(await refused()).toEqual(['Siirrä toiselle asiakkaalle', 'Mitätöi kirjaus']);
    const why = page.getByText(/^Tämän kirjasi Ida Näytesalo .* vain hän itse tai toimistopäällikkö\.$/);
    await why.waitFor();
    expect(await page.getByRole('menu').getAttribute('aria-describedby')).toBe(await why.getAttribute('id'));
    await shot('day-others-menu');
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('a customer’s visit', () => {
  async function openVisits(): Promise<void> {
    await press('F2');
    await type('10001');
    await page.getByRole('option', { name: /Mallikas/ }).waitFor();
    await press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
    await press('Alt+2');
  }

  test('is moved to the right customer, and both histories tell it', async () => {
    await logVisit();
    await openVisits();
    await expect.poll(() => cardRows().count()).toBe(1);
    await choose('Siirrä toiselle asiakkaalle');
    await page.getByRole('dialog', { name: 'Kenen käynti tämä oli?' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await type('testo');
    await page.getByRole('option', { name: /Testola/ }).waitFor();
    await press('Enter');
    // The list goes away from over the reason that is asked next.
    const whose = page.getByRole('combobox', { name: 'Oikea asiakas' });
    await expect.poll(() => whose.inputValue()).toBe('Testola Malla Inkeri');
    await expect.poll(() => whose.getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByRole('option', { name: /Testola/ }).count()).toBe(0);
    await press('Tab');
    await type('Saman nimisen käynti');
    await shot('move');
    await press('Control+Enter');
    await toast('Kirjaus siirretty: Testola Malla Inkeri').waitFor();
    await page.getByText(/kirjattiin tälle asiakkaalle erehdyksessä/).waitFor();
    await shot('moved-away');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Asiakas 10002' }).focus();
    await press('Enter');
    await page.getByText(/^Siirretty .* asiakkaalta 10001, /).waitFor();
  });

  test('gets feedback with a rating and words', async () => {
    await logVisit();
    await openVisits();
    await choose('Kirjaa palaute');
    await page.getByRole('dialog', { name: 'Palaute käynnistä' }).waitFor();
    await press('ArrowRight', 'Space');
    await page.getByRole('radio', { name: /5 erinomainen/ }).focus();
    await press('Space', 'Tab');
    await type('Selkä on kuin uusi.');
    await shot('feedback');
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await page.getByText('Palaute 5/5: Selkä on kuin uusi.').waitFor();
    await shot('card-feedback');
    await press('Alt+1');
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Palaute' }) });
    await section.getByText('”Selkä on kuin uusi.”').waitFor();
    await section.getByText('5/5').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('logged last is taken back with Ctrl+Z by a later entry', async () => {
    await openVisits();
    await press('F4');
    await page
      .getByRole('radio', { name: /Hieronta/ })
      .first()
      .waitFor();
    await press('4', 'Control+Enter');
    await toast('Käynti tallennettu, 62,00\u00a0€').waitFor();
    await page.getByRole('dialog', { name: 'Kirjaa käynti' }).waitFor({ state: 'detached' });
    // The search has the focus, where nothing was typed since: there is nothing else to undo.
    await press('Control+z');
    await toast('Kirjaus mitätöity').waitFor();
    await expect.poll(() => cardRows().count()).toBe(2);
    await page
      .getByText(/Kumottu heti kirjauksen jälkeen/)
      .first()
      .waitFor();
    await shot('card-undone');
  });

  test('is logged with a kind, a discount and a payment method, by keyboard', async () => {
    await openVisits();
    await press('F4');
    await page
      .getByRole('radio', { name: /Hieronta/ })
      .first()
      .waitFor();
    await press('4', '%');
    await type('10 %');
    await shot('log-discount');
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Käteinen' }).focus();
    await press('Space', 'Control+Enter');
    await toast('Käynti tallennettu, 55,80\u00a0€').waitFor();
    await page.getByText(/Käteinen · kuitti\s1/).waitFor();
    await shot('card-discount');
  });
});
