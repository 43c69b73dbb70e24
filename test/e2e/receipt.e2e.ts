import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { addDays, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { readPdf, squeezed } from '../support/report-file.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-receipt-'));
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  const form = { ...ainoMallikas, language: 'sv' as const };
  const reply = await callBridge(page, 'customers', 'register', { id: uuidv7(), form, consents: [] });
  expect(reply).toMatchObject({ ok: true });
});

afterEach(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

test('reception prints the receipt of a visit without a mouse, in the customer’s language', async () => {
  await press(page, 'F2');
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter', 'F4');
  await page.getByRole('dialog', { name: 'Kirjaa käynti' }).waitFor();
  await press(page, '4', 'Control+Enter');
  await page.getByText('Kortti · kuitti 1').waitFor();
  expect(await axeProblems(page)).toEqual([]);

  const file = join(folder, 'kuitti.pdf');
  await answerSaveDialog(launched.app, file);
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: 'Kuitti 1' });
  await dialog.waitFor();
  await dialog.getByText('Hieronta 60 min').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Asiakkaan nimi kuittiin' }));
  await press(page, 'Space');
  await tabTo(page, dialog.getByRole('button', { name: 'Tallenna PDF' }));
  await press(page, 'Enter');
  await page.getByText('Kuitti on tallennettu').waitFor();
  await dialog.waitFor({ state: 'detached' });

  const pdf = await readPdf(new Uint8Array(await readFile(file)));
  expect(pdf).toMatchObject({ isTagged: true, language: 'sv', title: 'Kvitto 1' });
  for (const role of ['H1', 'Table', 'TH', 'TD']) expect(pdf.roles).toContain(role);
  for (const part of [
    'Mallilan Hoitohuone Oy',
    'FO-nummer 9999999-2',
    'Kvitto 1',
    'Hieronta 60 min',
    '62,00 €',
    'Kund Aino Helena Mallikas',
    'skattefri hälso- och sjukvård',
  ]) {
    expect(pdf.squeezed).toContain(squeezed(part));
  }
});

const logFirst = async () => {
  await press(page, 'F2');
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  await press(page, 'F4');
  await page.getByRole('dialog', { name: 'Kirjaa käynti' }).getByRole('radio').first().waitFor();
};

test('the message after a visit offers its receipt, also when the visit was of an earlier day', async () => {
  await logFirst();
  await press(page, '4', 'Control+Enter');
  await page.getByText('Kortti · kuitti 1').waitFor();
  await press(page, 'F4');
  const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
  await panel.getByRole('radio').first().waitFor();
  await press(page, '1');
  await tabTo(page, panel.getByRole('button', { name: 'Muuta aikaa' }));
  await press(page, 'Enter');
  await tabTo(page, panel.getByRole('textbox', { name: 'Päivä' }));
  await press(page, 'Control+a');
  const day = formatDate(addDays(today(), -3));
  await page.keyboard.type(day);
  await press(page, 'Control+Enter');
  await page.getByText('Kortti · kuitti 2').waitFor();
  const offer = page.getByRole('status').getByRole('button', { name: 'Tulosta kuitti' });
  // a message with the focus in it stays
  await offer.focus();
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Enter');
  const dialog = page.getByRole('dialog', { name: 'Kuitti 2' });
  await dialog.getByText(day).waitFor();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await offer.count()).toBe(0);
  // the key goes to what was logged last, not to what stands first in the list
  await press(page, 'F9');
  await dialog.waitFor();
});

test('while the message of a visit stands, its key means the receipt of that visit and of no other', async () => {
  await logFirst();
  await press(page, '4', 'Control+Enter');
  await page.getByText('kuitti 1').waitFor();
  await press(page, 'Control+2');
  await page.getByRole('grid', { name: 'Käynnit' }).getByText('kuitti 1').waitFor();
  await press(page, 'F4');
  const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
  await panel.getByRole('combobox').waitFor();
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await panel.getByRole('radio').first().waitFor();
  await press(page, '1');
  await tabTo(page, panel.getByRole('button', { name: 'Muuta aikaa' }));
  await press(page, 'Enter');
  await tabTo(page, panel.getByRole('textbox', { name: 'Päivä' }));
  await press(page, 'Control+a');
  await page.keyboard.type(formatDate(addDays(today(), -3)));
  await press(page, 'Control+Enter');
  const offer = page.getByRole('status').getByRole('button', { name: 'Tulosta kuitti' });
  // a message with the focus in it stays
  await offer.focus();
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: /^Kuitti/ });
  await dialog.waitFor();
  expect(await dialog.getByRole('heading').first().textContent()).toBe('Kuitti 2');
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('on another view the key means what that view says, and the message no longer offers it', async () => {
  await logFirst();
  await press(page, '4', 'Control+Enter');
  await page.getByText('kuitti 1').waitFor();
  const message = page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Kumoa' }) });
  const offer = message.getByRole('button', { name: 'Tulosta kuitti' });
  // a message with the focus in it stays
  await message.getByRole('button', { name: 'Kumoa' }).focus();
  await offer.waitFor();
  await press(page, 'Alt+3');
  await offer.waitFor({ state: 'detached' });
  await message.waitFor();
  await press(page, 'F9');
  await page.getByRole('dialog', { name: 'Tulosta suostumukset ja kiellot' }).waitFor();
  expect(await page.getByRole('dialog', { name: /^Kuitti/ }).count()).toBe(0);
});

test('a row of the day gives its own receipt from its menu and with F9, and only what has one', async () => {
  await logFirst();
  await press(page, '4', 'Control+Enter');
  await page.getByText('kuitti 1').waitFor();
  const { value } = (await callBridge(page, 'customers', 'search', { text: 'mall', limit: 1 })) as {
    value: { hits: { id: string }[] };
  };
  const call = { kind: 'phone', serviceId: null, practitionerId: null, lines: [], paymentMethod: 'none' };
  const about = { id: uuidv7(), customerId: value.hits[0]?.id, at: new Date().toISOString(), note: '' };
  expect(await callBridge(page, 'visits', 'log', { ...call, ...about })).toMatchObject({ ok: true });

  await press(page, 'Control+2');
  const rows = page.getByRole('grid', { name: 'Käynnit' }).locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(2);
  const dialog = page.getByRole('dialog', { name: 'Kuitti 1' });
  await tabTo(page, rows.first().getByRole('button', { name: /^Toiminnot/ }));
  await press(page, 'Enter');
  await page.getByRole('menuitem').first().waitFor();
  expect(await page.getByRole('menuitem').allTextContents()).toEqual([
    'Tulosta kuitti',
    'Kirjaa palaute',
    'Siirrä toiselle asiakkaalle',
    'Mitätöi kirjaus',
  ]);
  await press(page, 'Enter');
  await dialog.getByText('Mallikas Aino Helena: Hieronta 60 min').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  await rows.first().focus();
  await press(page, 'F9');
  await dialog.waitFor();
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });

  // the key bar offers the key only where it does something
  const keyBar = page.getByRole('contentinfo').getByText('Tulosta kuitti');
  await keyBar.waitFor();
  await rows.first().focus();
  await press(page, 'ArrowDown');
  await keyBar.waitFor({ state: 'detached' });
  await press(page, 'F9');
  await tabTo(page, rows.nth(1).getByRole('button', { name: /^Toiminnot/ }));
  await press(page, 'Enter');
  await page.getByRole('menuitem').first().waitFor();
  expect(await page.getByRole('menuitem').first().textContent()).toBe('Kirjaa palaute');
  expect(await dialog.count()).toBe(0);
});
