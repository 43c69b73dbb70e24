import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
});

afterEach(() => launched?.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const dialog = (name: string) => page.getByRole('dialog', { name });

async function register(changes: Partial<CustomerFormInput> = {}): Promise<string> {
  const id = uuidv7();
  const form = { ...ainoMallikas, ...changes };
  expect(await callBridge(page, 'customers', 'register', { id, form, consents: [] })).toMatchObject({
    ok: true,
  });
  return id;
}

async function open(text: string): Promise<void> {
  await press('F2');
  await page.keyboard.type(text);
  await page.getByRole('option').first().waitFor();
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
}

const toButton = (name: string) => tabTo(page, page.getByRole('button', { name }).first());

/** The customer said it. */
async function chooseSource(): Promise<void> {
  const sources = page.getByRole('radiogroup', { name: 'Mistä muutos saatiin?' });
  await tabTo(page, sources.getByRole('radio', { name: 'Asiakas itse' }));
  await press('Space');
}

async function expectNoBarriers(): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
}

test('contact details are protected, shown for a reason and changed for a reason, all by the keyboard', async () => {
  await signIn(page, 'reception');
  await register();
  await open('mallikas');
  await press('F8');
  await page.getByRole('heading', { name: 'Muokkaa tietoja' }).waitFor();
  await press('Alt+l');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
  await press('Tab', 'Tab', 'Tab', 'Space');
  await expectNoBarriers();
  await chooseSource();
  await press('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();

  await expect.poll(() => page.getByText('suojattu').count()).toBeGreaterThanOrEqual(4);
  expect(await page.locator('body').textContent()).not.toContain('040 000 0182');
  await toButton('Näytä…');
  await press('Enter');
  await dialog('Näytä suojatut yhteystiedot').waitFor();
  await press('Enter');
  await page.getByText('Tämä tieto puuttuu.').waitFor();
  await expectNoBarriers();
  await page.keyboard.type('Ajan siirto');
  await press('Enter');
  await page.getByText('040 000 0182').first().waitFor();
  await expectNoBarriers();

  await press('F8');
  await dialog('Muokkaa suojattuja tietoja').waitFor();
  await page.keyboard.type('Uusi numero');
  await press('Enter');
  const phone = page.getByRole('textbox', { name: 'Puhelin' });
  await expect.poll(() => phone.inputValue()).toBe('040 000 0182');
  await tabTo(page, phone);
  await press('Control+a');
  await page.keyboard.type('050 000 0311');
  await chooseSource();
  await press('Control+Enter');
  await page.getByText('Muutokset on tallennettu').first().waitFor();
});

test('protected addresses beside the home address are shown for the same reason, and hidden again', async () => {
  await signIn(page, 'reception');
  const customerId = await register({ contactProtected: true });
  const place = { street: 'Laskukuja 3', postalCode: '00100', city: 'Helsinki', country: 'FI' };
  const record = { kind: 'address', use: 'invoicing', recipient: 'Kuvitelma Oy', ...place };
  const dated = { ...record, validFrom: '', validUntil: '' };
  const reply = await callBridge(page, 'customers', 'addRecord', {
    id: uuidv7(),
    customerId,
    record: dated,
    source: 'customer',
  });
  expect(reply).toMatchObject({ ok: true });
  await open('mallikas');
  const address = page.getByRole('definition').filter({ hasText: 'Kuvitelma Oy, Laskukuja 3' });
  await toButton('Näytä…');
  await press('Enter');
  await page.keyboard.type('Laskun lähetys');
  await press('Enter');
  await address.waitFor();
  await expectNoBarriers();
  await toButton('Piilota');
  await press('Enter');
  await address.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Poista', exact: true }).press('Enter');
  await page.getByText('Tieto on poistettu.').waitFor();
  await press('Control+z');
  await page.getByText('Tieto on palautettu').waitFor();
});

test('leaving the reason out leaves the form of a protected customer closed', async () => {
  await signIn(page, 'reception');
  await register({ contactProtected: true });
  await open('mallikas');
  await press('F8');
  await dialog('Muokkaa suojattuja tietoja').waitFor();
  await press('Escape');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Muokkaa tietoja' }).count()).toBe(0);
});

test('a manager restricts processing, a change asks for its request, and the restriction ends, by the keyboard', async () => {
  await signIn(page, 'all');
  const customerId = await register({ deceasedOn: '' });
  await open('mallikas');
  await toButton('Rajoita käsittelyä…');
  await press('Enter');
  await dialog('Rajoita tietojen käsittelyä').waitFor();
  await page.keyboard.type('Osoitteen oikeellisuus selvitettävänä');
  await expectNoBarriers();
  await press('Enter');
  await page.getByText('Käsittely rajoitettu', { exact: true }).waitFor();
  await expect.poll(() => page.getByText('rajoitettu', { exact: true }).count()).toBe(1);
  await expectNoBarriers();
  await press('Alt+3');
  await expect.poll(() => page.getByText('Käsittely rajoitettu', { exact: true }).count()).toBe(1);
  await expectNoBarriers();
  await press('Alt+1');

  await press('F8');
  const name = page.getByRole('textbox', { name: 'Kutsumanimi' });
  await name.waitFor();
  await tabTo(page, name);
  await press('Control+a');
  await page.keyboard.type('Ainu');
  await chooseSource();
  await press('Control+Enter');
  await dialog('Mihin pyyntöön muutos liittyy?').waitFor();
  await expectNoBarriers();
  await page.keyboard.type('Pyyntö 2026-031');
  await press('Enter');
  await page.getByText('kutsutaan Ainu').waitFor();

  await toButton('Lopeta rajoitus…');
  await press('Enter');
  await dialog('Lopeta käsittelyn rajoitus').waitFor();
  await page.keyboard.type('Osoite on oikein');
  await press('Enter');
  await expect.poll(() => page.getByText('Käsittely rajoitettu', { exact: true }).count()).toBe(0);
  const history = await callBridge(page, 'customers', 'history', { customerId, before: null });
  expect(JSON.stringify(history)).toContain('restriction');
});

test('the words of a restriction keep apart beside an open panel, however long its ground is', async () => {
  await signIn(page, 'all');
  const customerId = await register();
  const ground = 'Asiakas pitää väestötietojärjestelmän osoitetta vääränä ja odottaa viraston päätöstä';
  const reply = await callBridge(page, 'customers', 'restrict', { customerId, ground });
  expect(reply).toMatchObject({ ok: true });
  await open('mallikas');
  await press('Alt+m');
  await dialog('Lisää tieto').waitFor();
  const title = page.getByText('Käsittely rajoitettu', { exact: true });
  expect(await title.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  await page.getByRole('button', { name: 'Lopeta rajoitus…' }).waitFor();
});

test('a guardian, a note and an earlier name are added, stand on both cards and go, all by the keyboard', async () => {
  await signIn(page, 'all');
  await register({ lastName: 'Huoltaja', firstNames: 'Kaisa Orvokki', phone: '', email: '' });
  await register({ birthDate: '21.6.2014' });
  await open('mallikas');

  await press('Alt+m');
  const panel = dialog('Lisää tieto');
  await panel.waitFor();
  await press('ArrowRight');
  await panel.getByRole('textbox', { name: 'Hae huoltaja asiakkaista' }).waitFor();
  await press('Control+Enter');
  await panel.getByText('Tämä tieto puuttuu.').first().waitFor();
  await page.keyboard.type('huol');
  const found = panel.getByRole('radio', { name: /Huoltaja Kaisa Orvokki/ });
  await found.waitFor();
  await press('Enter');
  await expect.poll(() => found.isChecked()).toBe(true);
  await press('Tab');
  await page.keyboard.type('1.1.2026');
  await expectNoBarriers();
  await press('Tab', 'Tab', 'Space');
  await press('Control+Enter');
  await expect.poll(() => panel.count()).toBe(0);
  await page.getByText('alkaen, päättyy itsestään 21.6.2032').waitFor();

  await press('Alt+m');
  await panel.waitFor();
  await press('Space', 'Tab');
  await page.keyboard.type('Saapuu pyörällä, varaa aikaa.');
  await press('Tab', 'Space', 'Control+Enter');
  await expect.poll(() => panel.count()).toBe(0);
  await page.getByText('Saapuu pyörällä').waitFor();

  await press('Alt+r');
  await dialog('Ryhmät').waitFor();
  await page.keyboard.type('Lapset');
  await press('Enter');
  await page.getByRole('checkbox', { name: 'Lapset' }).waitFor();
  await expect.poll(() => page.getByRole('checkbox', { name: 'Lapset' }).isChecked()).toBe(true);
  await expectNoBarriers();
  await press('Control+Enter');
  await expect.poll(() => dialog('Ryhmät').count()).toBe(0);
  await page.getByRole('definition').filter({ hasText: 'Lapset' }).waitFor();
  await expectNoBarriers();

  await toButton('Avaa kortti');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Huoltaja Kaisa Orvokki' }).waitFor();
  await page.getByText('Huollettava').waitFor();
  await toButton('Avaa kortti');
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  await toButton('Poista');
  await press('Enter');
  await page.getByText('Tieto on poistettu. Se jää historiaan.').waitFor();
  await toButton('Kaikki muutokset');
  await press('Enter');
  const history = page.getByRole('table', { name: 'Historia' });
  await history.waitFor();
  expect(await history.getByRole('row').count()).toBe(5);
  await expectNoBarriers();
});
