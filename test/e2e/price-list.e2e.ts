import type { Locator, Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { addDays, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'manager');
  await tabTo(page, page.getByRole('link', { name: 'Asetukset' }));
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 2, name: 'Hinnasto ja tekijät' }).waitFor();
  await press(page, 'F8');
  await page.getByRole('heading', { level: 1, name: 'Hinnasto ja tekijät' }).waitFor();
  await row(/Fysioterapia 45 min/).waitFor();
});

afterEach(() => launched?.close());

const row = (name: RegExp) => page.getByRole('row', { name });
const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const detail = (name: string) => page.getByRole('complementary', { name });
const tomorrow = () => addDays(today(), 1);

const hasFocus = (control: Locator) =>
  expect.poll(() => control.evaluate((element) => element === document.activeElement)).toBe(true);

async function priceOn(date: string, name: string): Promise<number | undefined> {
  const reply = await callBridge(page, 'visits', 'priceList', { date });
  if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
  const { items } = reply.value as { items: { name: string; unitPriceCents: number }[] };
  return items.find((item) => item.name === name)?.unitPriceCents;
}

/** As somebody else would do it: the screen is not told. */
async function changeMinutes(name: string, minutes: number): Promise<void> {
  const list = await callBridge(page, 'visits', 'wholePriceList');
  if (!list.ok) throw new Error(JSON.stringify(list.fault));
  const { items } = list.value as { items: { id: string; name: string; version: number }[] };
  const item = items.find((one) => one.name === name);
  const change = { id: item?.id, expectedVersion: item?.version, name, minutes };
  const reply = await callBridge(page, 'visits', 'editItem', change);
  if (!reply.ok) throw new Error(JSON.stringify(reply.fault));
}

describe('a manager without a mouse', () => {
  test('changes a price from tomorrow, and sees it coming', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await detail('Hieronta 60 min').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Enter', 'Tab', 'Tab');
    expect(await field('Hinta').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('65');
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Control+Enter');
    await row(/Hieronta 60 min/)
      .getByText(`65,00\u00a0€ ${formatDate(tomorrow())} alkaen`)
      .waitFor();
    expect(await priceOn(today(), 'Hieronta 60 min')).toBe(6200);
    expect(await priceOn(tomorrow(), 'Hieronta 60 min')).toBe(6500);
    await page.getByText(/Hinta .* alkaen: 65,00/).waitFor();

    // The coming price is taken back where it stands.
    await tabTo(page, page.getByRole('button', { name: 'Peru', exact: true }));
    await press(page, 'Enter');
    await row(/Hieronta 60 min .*käytössä/).waitFor();
    expect(await priceOn(tomorrow(), 'Hieronta 60 min')).toBe(6200);
  });

  test('is told what is wrong with a price, and keeps what was typed while another row is looked at', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'Enter', 'Tab', 'Tab');
    await page.keyboard.type('paljon');
    await press(page, 'Control+Enter');
    await page.getByText('Kirjoita summa muodossa 62,00.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('71');
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'j', 'k');
    await detail('Fysioterapia 45 min').waitFor();
    expect(await field('Hinta').inputValue()).toBe('71,00');
    // Leaving with something typed asks first.
    await press(page, 'Control+1');
    await page.getByRole('alertdialog').waitFor();
    await press(page, 'Escape');
    expect(await field('Hinta').inputValue()).toBe('71,00');
  });

  test('keeps the focus where it was when a form has been saved, and can go on typing', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'Enter', 'Tab', 'Tab');
    await page.keyboard.type('71');
    await press(page, 'Control+Enter');
    await page.getByText(/Hinta .* alkaen: 71,00/).waitFor();
    await hasFocus(field('Hinta'));
    // Today's price again: the new one is of tomorrow, and nothing is left to save.
    await expect.poll(() => field('Hinta').inputValue()).not.toBe('71,00');
    await press(page, 'Control+A');
    await page.keyboard.type('72');
    await press(page, 'Control+Enter');
    await page.getByText(/Hinta .* alkaen: 71,00.* → 72,00/).waitFor();
    expect(await priceOn(tomorrow(), 'Fysioterapia 45 min')).toBe(7200);
  });

  test('is told of a change by somebody else also when the list has been read again meanwhile', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'Enter');
    await press(page, 'Control+A');
    await page.keyboard.type('Fysioterapia pitkä');
    await changeMinutes('Fysioterapia 45 min', 40);
    await press(page, 'Alt+ArrowDown');
    await detail('Fysioterapia 45 min')
      .getByText(/Kesto: .*40/)
      .waitFor();
    await hasFocus(field('Nimi'));
    expect(await field('Nimi').inputValue()).toBe('Fysioterapia pitkä');
    await press(page, 'Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Joku muu muutti samaa kohtaa.' }).waitFor();
    expect(await field('Nimi').inputValue()).toBe('Fysioterapia pitkä');
    await press(page, 'Escape');
    const minutes = page.getByRole('textbox', { name: /^Kesto/ });
    await expect.poll(() => minutes.inputValue()).toBe('40');
  });

  test('shows what somebody else changed as soon as a change of one’s own came too late', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'Enter');
    await press(page, 'Control+A');
    await page.keyboard.type('Fysioterapia pitkä');
    await changeMinutes('Fysioterapia 45 min', 40);
    await press(page, 'Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Joku muu muutti samaa kohtaa.' }).waitFor();
    await detail('Fysioterapia 45 min')
      .getByText(/Kesto: .*40/)
      .waitFor();
    expect(await field('Nimi').inputValue()).toBe('Fysioterapia pitkä');
  });

  test('keeps what is typed while the same item is retired, and saves it without bringing the item back', async () => {
    await tabTo(page, row(/Fysioterapia 45 min/));
    await press(page, 'Enter');
    await press(page, 'Control+A');
    await page.keyboard.type('Fysioterapia pitkä');
    await tabTo(page, page.getByRole('button', { name: 'Poista käytöstä tänään' }));
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Ota taas käyttöön' }).waitFor();
    expect(await field('Nimi').inputValue()).toBe('Fysioterapia pitkä');
    await press(page, 'Control+Enter');
    await page.getByText('Fysioterapia 45 min: muutokset on tallennettu.').waitFor();
    await row(/Fysioterapia pitkä/)
      .getByText(`viimeinen päivä ${formatDate(today())}`)
      .waitFor();
  });

  test('adds a service with its price, puts it first, and retires it', async () => {
    await press(page, 'F3');
    await detail('Uusi palvelu').waitFor();
    await page.keyboard.type('Lymfahieronta 45 min');
    await press(page, 'Tab');
    await page.keyboard.type('45');
    await press(page, 'Tab');
    await page.keyboard.type('59,50');
    await press(page, 'Control+Enter');
    await page.getByText('Valitse jokin vaihtoehdoista.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: /ALV/ }));
    await press(page, 'Enter');
    await page.getByRole('option', { name: /veroton/ }).waitFor();
    await press(page, 'End', 'Enter');
    await press(page, 'Control+Enter');
    await detail('Lymfahieronta 45 min').waitFor();
    expect(await priceOn(today(), 'Lymfahieronta 45 min')).toBe(5950);
    await press(page, 'Alt+ArrowUp');
    await expect
      .poll(async () => (await page.locator('tbody tr').allTextContents()).at(8))
      .toContain('Lymfahieronta');
    await tabTo(page, page.getByRole('button', { name: 'Poista käytöstä tänään' }));
    await press(page, 'Enter');
    await row(/Lymfahieronta/)
      .getByText(`viimeinen päivä ${formatDate(today())}`)
      .waitFor();
  });

  test('adds a practitioner who comes later, and a new rate of VAT from a day', async () => {
    await press(page, 'Alt+3');
    await row(/Marja Esimäki/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'F3');
    await page.keyboard.type('Lotta Koepelto');
    await press(page, 'Tab');
    await page.keyboard.type(formatDate(tomorrow()));
    await press(page, 'Control+Enter');
    await row(/Lotta Koepelto/)
      .getByText(`käytössä ${formatDate(tomorrow())} alkaen`)
      .waitFor();

    await press(page, 'Alt+4');
    await row(/yleinen/).waitFor();
    await tabTo(page, row(/yleinen/));
    await press(page, 'Enter');
    await page.keyboard.type('26');
    await press(page, 'Tab');
    await page.keyboard.type(`1.1.${Number(today().slice(0, 4)) + 1}`);
    await press(page, 'Control+Enter');
    await row(/yleinen/)
      .getByText(/26\u00a0% 1\.1\.\d{4} alkaen/)
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});
