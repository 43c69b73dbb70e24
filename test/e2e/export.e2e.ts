import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Wording } from '#shared/features/consents/contract.ts';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import type { Person } from '../support/people.ts';
import { readReportFile, squeezed } from '../support/report-file.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-export-'));
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
});

afterEach(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

async function register(form: CustomerFormInput = ainoMallikas): Promise<string> {
  const { id } = await value<{ id: string }>('customers', 'register', { id: uuidv7(), form, consents: [] });
  return id;
}

/** Signs in and opens the card of the only customer, by the keyboard. */
async function openCard(person: Person, form?: CustomerFormInput): Promise<string> {
  await signIn(page, person);
  const id = await register(form);
  await page.keyboard.press('F2');
  await page.keyboard.type('mall');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Mallikas/ }).waitFor();
  return id;
}

const question = () => page.getByRole('dialog', { name: 'Vie tiedot salattuun tiedostoon' });
const answer = () => page.getByRole('dialog', { name: 'Tiedot on viety' });

/** F9 and Enter, to the password that is shown once. */
async function exportTo(file: string): Promise<string> {
  await answerSaveDialog(launched.app, file);
  await page.keyboard.press('F9');
  await question().waitFor();
  await page.keyboard.press('Enter');
  await answer().waitFor();
  return (await answer().locator('code').textContent()) ?? '';
}

const note = 'Varaa seuraavan ajan itse – mieluiten tiistaina klo 9.15.';
const consentNote = 'Soitto vain arki-iltoina';

/** A visit with a product, an answer and a prohibition, all below the screens. */
async function fillIn(customerId: string): Promise<{ wording: string }> {
  const { items, practitioners } = await value<{
    items: PriceListItem[];
    practitioners: { id: string }[];
  }>('visits', 'priceList', {});
  const service = items.find(({ name }) => name === 'Hieronta 60 min');
  const product = items.find(({ kind }) => kind === 'product');
  if (!service || !product) throw new Error('the price list has changed');
  const line = ({ id, name, unitPriceCents, vatRate }: PriceListItem, quantity: number) => ({
    id: uuidv7(),
    itemId: id,
    name,
    quantity,
    unitPriceCents,
    vatRate,
    discountRate: 0,
    discountCents: 0,
  });
  await value('visits', 'log', {
    id: uuidv7(),
    customerId,
    at: '2026-03-17T11:05:00.000Z',
    kind: 'visit',
    serviceId: service.id,
    practitionerId: practitioners[0]?.id,
    lines: [{ ...line(service, 1), unitPriceCents: 5950 }, line(product, 2)],
    paymentMethod: 'card',
    note,
  });
  const wordings = await value<Wording[]>('consents', 'wordings', {});
  const wording = wordings.find(({ purpose }) => purpose === 'customer-surveys');
  if (!wording) throw new Error('a wording is missing');
  const entry = { language: 'fi', way: 'phone', note: consentNote };
  await value('consents', 'record', {
    customerId,
    entry: {
      ...entry,
      id: uuidv7(),
      purpose: 'customer-surveys',
      channels: ['email'],
      act: 'given',
      wordingId: wording.id,
    },
  });
  await value('consents', 'record', {
    customerId,
    entry: {
      ...entry,
      id: uuidv7(),
      purpose: 'direct-marketing',
      channels: ['phone', 'post'],
      act: 'prohibited',
      wordingId: null,
      note: '',
    },
  });
  return { wording: wording.texts.fi };
}

describe('the exported file', () => {
  test('holds every value that was entered, in a tagged PDF and as data, behind the password', async () => {
    const form = { ...ainoMallikas, hetu: '140387-924P', sex: 'female' as const };
    const customerId = await openCard('all', form);
    const { wording } = await fillIn(customerId);
    const file = join(folder, 'tiedot.zip');
    const password = await exportTo(file);

    expect(await readdir(folder)).toEqual(['tiedot.zip']);
    await expect(readReportFile(file, `${password}X`)).rejects.toThrow();
    const { entries, report, pdf } = await readReportFile(file, password);
    expect(entries).toEqual([
      { name: 'report.pdf', isEncrypted: true },
      { name: 'report.json', isEncrypted: true },
    ]);

    const written = [
      ...['Mallikas', 'Aino Helena', 'Aino', '140387-924P', '14.3.1987', 'nainen', 'suomi'],
      ...['040 000 0182', 'aino.mallikas@posti.example', 'Koekuja 4 B 12', '13100', 'Hämeenlinna'],
      ...['asiakas itse', '10001'],
      ...['17.3.2026 13.05', 'Hieronta 60 min', '59,50 €', '2 × Kylmägeeli 150 ml', '14,90 €', '25,5 %'],
      ...['89,30 €', note, 'Marja Esimäki'],
      ...['Asiakaskyselyt', 'Suoramarkkinointi', 'sähköposti', 'puhelu, kirje', consentNote, wording],
      ...['Mallilan Hoitohuone Oy', '9999999-2'],
    ];
    for (const text of written) expect(pdf.squeezed).toContain(squeezed(text));
    expect(pdf).toMatchObject({ isTagged: true, language: 'fi' });
    expect(pdf.title).toContain('Mallikas');
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD']) expect(pdf.roles).toContain(role);

    expect(report.data.customers).toMatchObject({ hetu: '140387-924P', email: form.email });
    expect(report.data.visits.entries).toMatchObject([{ totalCents: 8930, note }]);
    expect(report.data.consents.entries).toHaveLength(2);
    expect(report.data.audit.map(({ action }) => action)).toContain('visits.log');
  });

  test("is in the customer's language", async () => {
    await openCard('all', { ...ainoMallikas, language: 'sv' });
    const file = join(folder, 'tiedot.zip');
    const { pdf, report } = await readReportFile(file, await exportTo(file));
    expect(report.language).toBe('sv');
    expect(pdf.language).toBe('sv');
    expect(pdf.squeezed).toContain(squeezed('kvinna'));
  });
});

describe('the export', () => {
  test('shows the password until its own button is pressed, copies it, and is in the log', async () => {
    await openCard('manager');
    await page.keyboard.press('F9');
    await question().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });

    const password = await exportTo(join(folder, 'tiedot.zip'));
    expect(await axeProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Kopioitu leikepöydälle').waitFor();
    expect(await launched.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(password);
    await page.keyboard.press('Escape');
    expect(await answer().isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answer().waitFor({ state: 'detached' });

    await page.keyboard.press('Alt+5');
    const row = page.getByRole('row', { name: /Vei tiedot salattuun tiedostoon tiedosto tallennettu/ });
    await row.waitFor();
    expect(await row.textContent()).toContain('Ida Näytesalo');
    expect(await page.content()).not.toContain(password);
    expect(await axeProblems(page)).toEqual([]);
  });

  test('says that nothing was saved when no place was chosen', async () => {
    await openCard('all');
    await answerSaveDialog(launched.app, null);
    await page.keyboard.press('F9');
    await question().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Paikkaa ei valittu. Tiedostoa ei tallennettu.').waitFor();
    expect(await readdir(folder)).toEqual([]);
  });

  test('can be stopped, and leaves no file', async () => {
    await openCard('all');
    await holdPrinting();
    await answerSaveDialog(launched.app, join(folder, 'tiedot.zip'));
    await page.keyboard.press('F9');
    await question().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Tehdään PDF-raportti').waitFor();
    await page.getByText('vaihe 1 / 3').waitFor();
    await page.keyboard.press('Escape');
    await releasePrinting();
    await page.getByText('Toiminto keskeytettiin. Mitään ei muutettu.').waitFor();
    expect(await readdir(folder)).toEqual([]);
  });

  test('tells in words when the place cannot be written to', async () => {
    await openCard('all');
    await answerSaveDialog(launched.app, join(folder, 'poissa', 'tiedot.zip'));
    await page.keyboard.press('F9');
    await question().waitFor();
    await page.keyboard.press('Enter');
    await question()
      .getByRole('alert')
      .getByText(/^Toiminto ei onnistunut/)
      .waitFor();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is not offered to the reception', async () => {
    await openCard('reception');
    expect(await page.getByRole('button', { name: 'Vie tiedot' }).count()).toBe(0);
    await page.keyboard.press('F9');
    expect(await question().count()).toBe(0);
  });
});

/** The hidden window waits before it prints, so that there is time to stop. */
function holdPrinting(): Promise<void> {
  return launched.app.evaluate(({ app }) => {
    const held = new Promise<void>((release) => Object.assign(globalThis, { release }));
    app.on('browser-window-created', (_event, { webContents }) => {
      const print = webContents.printToPDF.bind(webContents);
      webContents.printToPDF = (options) => held.then(() => print(options));
    });
  });
}

function releasePrinting(): Promise<void> {
  return launched.app.evaluate(() => (globalThis as unknown as { release(): void }).release());
}
