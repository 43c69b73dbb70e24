import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Draft } from '#shared/features/drafts/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { heapOf } from '../support/heap.ts';
import { choose, tabTo } from '../support/keyboard.ts';
import { openCard } from '../support/open-card.ts';
import { people } from '../support/people.ts';
import { changeTo, lock, signIn, unlock } from '../support/sign-in.ts';

let dataDir: string;
let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-drafts-'));
  await start(inject('registerTemplate'));
  await signIn(page, 'reception');
});

afterEach(async () => {
  await launched?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(register?: string): Promise<void> {
  launched = await launchApp({ dataDir, ...(register !== undefined && { register }) });
  page = launched.page;
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);
const field = (name: string) => page.getByRole('textbox', { name });
const offer = (words: RegExp) => page.getByRole('status').filter({ hasText: words });
const heading = (name: string) => page.getByRole('heading', { level: 1, name });

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

const kept = () => value<Draft[]>('drafts', 'mine');
/** All of the half-typed customer, and not what an earlier second had kept. */
const isWhollyKept = () => expect.poll(async () => (await kept())[0]?.about).toBe('Kanarinen Aino');
const isKept = () => expect.poll(async () => (await kept()).length).toBe(1);

/** The form of a new customer with a birth date, a sex and a name, and the focus after the name. */
async function typeHalfCustomer(): Promise<void> {
  await press('F3');
  await page.getByText('Saa numeron 10001').waitFor();
  await type('140387-924P');
  await press('Tab', 'Tab', 'Space', 'Tab');
  await type('Kanarinen');
  await press('Tab');
  await type('Aino');
}

async function openCustomer(): Promise<string> {
  const id = uuidv7();
  await value('customers', 'register', { id, form: ainoMallikas, consents: [] });
  await openCard(page, 'mall', 'Mallikas Aino Helena');
  return id;
}

describe('an unsaved form', () => {
  test('of a new customer is on the lock screen by its kind, and goes on and is saved by the keyboard', async () => {
    await typeHalfCustomer();
    expect(await heapOf(page)).toContain('Kanarinen');
    await lock(page);
    await page.getByText('Keskeneräinen uusi asiakas on tallessa salattuna ja odottaa sinua.').waitFor();
    expect(await page.content()).not.toMatch(/Kanarinen|140387/);
    expect(await heapOf(page)).not.toMatch(/Kanarinen|140387-924P/);
    await unlock(page);
    await offer(/Kesken jäi: uusi asiakas.*Kanarinen Aino/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Alt+J');
    await expect.poll(() => field('Sukunimi').inputValue()).toBe('Kanarinen');
    expect(await field('Henkilötunnus').inputValue()).toBe('140387-924P');
    expect(await page.getByRole('radio', { name: 'nainen' }).isChecked()).toBe(true);
    await offer(/Kesken jäi/).waitFor({ state: 'hidden' });
    await tabTo(page, page.getByRole('radio', { name: 'Asiakas itse' }));
    await press('Space');
    for (const notAsked of await page.getByRole('radio', { name: 'Ei kysytty' }).all()) {
      await choose(page, notAsked);
    }
    await press('Control+Enter');
    await heading('Kanarinen Aino').waitFor();
    expect(await kept()).toEqual([]);
  });

  test('waits for its own person while another one works, who sees nothing of it', async () => {
    await typeHalfCustomer();
    // A lock waits half a second at most for what was typed last; here it is about whose draft it is.
    await isWhollyKept();
    await lock(page);
    await changeTo(page, 'manager');
    expect(await kept()).toEqual([]);
    expect(await offer(/Kesken jäi/).count()).toBe(0);
    await lock(page);
    expect(await page.getByText('Keskeneräinen').count()).toBe(0);
    await changeTo(page, 'reception');
    await offer(/Kanarinen Aino/).waitFor();
  });

  test('is offered after the whole app was killed', async () => {
    await typeHalfCustomer();
    await isWhollyKept();
    await launched.close();
    await start();
    await signIn(page, 'reception');
    await offer(/Kanarinen Aino/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field('Etunimet').inputValue()).toBe('Aino');
  });

  test('that nobody has touched is not kept', async () => {
    await press('F3');
    await page.getByText('Saa numeron 10001').waitFor();
    await lock(page);
    await page.getByText('Palaat samaan näkymään.').waitFor();
    await unlock(page);
    expect(await kept()).toEqual([]);
  });

  test('that the person gives up is thrown away, in the form and in the offer', async () => {
    await typeHalfCustomer();
    await isKept();
    await press('Escape');
    await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää tiedot' }));
    await press('Enter');
    await expect.poll(kept).toEqual([]);
    await typeHalfCustomer();
    await lock(page);
    await unlock(page);
    await offer(/Kanarinen/).waitFor();
    await press('Alt+H');
    await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää tiedot' }));
    await press('Enter');
    await offer(/Kanarinen/).waitFor({ state: 'hidden' });
    expect(await kept()).toEqual([]);
  });

  test('of a visit goes on with its service and its note', async () => {
    const customerId = await openCustomer();
    await press('F4');
    await page.getByRole('dialog', { name: 'Kirjaa käynti' }).waitFor();
    await press('2');
    await tabTo(page, field('Muistiinpano'));
    await type('Toivoo iltapäivää');
    await lock(page);
    await page.getByText('Keskeneräinen käyntikirjaus on tallessa salattuna ja odottaa sinua.').waitFor();
    await unlock(page);
    await offer(/käyntikirjaus.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field('Muistiinpano').inputValue()).toBe('Toivoo iltapäivää');
    await press('Control+Enter');
    await page.getByRole('dialog', { name: 'Kirjaa käynti' }).waitFor({ state: 'detached' });
    const { visits } = await value<{ visits: { note: string }[] }>('visits', 'ofCustomer', {
      customerId,
      show: 'all',
      before: null,
    });
    expect(visits.map(({ note }) => note)).toEqual(['Toivoo iltapäivää']);
    expect(await kept()).toEqual([]);
  });

  test('of a prohibition goes on with the answer', async () => {
    await openCustomer();
    await press('F6');
    const panel = page.getByRole('dialog', { name: 'Kirjaa muutos' });
    await panel.waitFor();
    await press('Space', 'k');
    await lock(page);
    await unlock(page);
    await offer(/suostumuskirjaus.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    await panel.waitFor();
    await expect.poll(() => panel.locator('input[value="prohibited"]').isChecked()).toBe(true);
    await press('Escape');
    await panel.waitFor({ state: 'detached' });
    await expect.poll(kept).toEqual([]);
  });

  test('of a wording goes on with its texts in its own purpose, and is gone once it is in use', async () => {
    await lock(page);
    await changeTo(page, 'manager');
    await press('Control+3', 'Alt+2');
    const text = field('Suomeksi');
    await tabTo(page, text);
    await press('Control+End');
    await type(' Kanarialintuja ei kysytä.');
    await isKept();
    await press('Alt+1');
    await expect.poll(() => text.inputValue()).not.toContain('Kanarialintuja');
    expect(await offer(/Kesken jäi/).count()).toBe(0);
    await lock(page);
    await page.getByText('Keskeneräinen sanamuoto on tallessa salattuna ja odottaa sinua.').waitFor();
    expect(await heapOf(page)).not.toContain('Kanarialintuja');
    await unlock(page);
    await offer(/Kesken jäi: uusi sanamuoto/).waitFor();
    await press('Alt+J');
    await expect.poll(() => text.inputValue()).toContain('Kanarialintuja ei kysytä.');
    await page.getByText(/Luonnos tallessa salattuna/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await page.getByText(/versio \d+ on käytössä/).waitFor();
    await expect.poll(() => text.inputValue()).toContain('Kanarialintuja ei kysytä.');
    await page.getByText('Mikään ei ole muuttunut nykyisestä versiosta.').waitFor();
    expect(await kept()).toEqual([]);
  });

  test('of a wording that a newer version overtook says so, keeps what was typed, and can be given up', async () => {
    await lock(page);
    await changeTo(page, 'manager');
    await press('Control+3', 'Alt+2');
    const text = field('Suomeksi');
    await tabTo(page, text);
    await press('Control+End');
    await type(' Kanarialintuja ei kysytä.');
    await isKept();
    await lock(page);
    await changeTo(page, 'all');
    const newer = 'Papukaijoja ei kysytä.';
    const texts = { fi: newer, sv: newer, en: newer };
    const next = { id: uuidv7(), purpose: 'customer-surveys', texts, validMonths: 12, basedOnVersion: 1 };
    expect(await value('consents', 'publishWording', next)).toEqual({ version: 2 });
    await lock(page);
    await changeTo(page, 'manager');
    await offer(/Kesken jäi: uusi sanamuoto/).waitFor();
    await press('Alt+J');
    const banner = page.getByRole('status').filter({ hasText: 'Joku otti käyttöön uudemman version.' });
    await banner.waitFor();
    expect(await text.inputValue()).toContain('Kanarialintuja ei kysytä.');
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'Palauta nykyinen' }));
    await press('Enter');
    await banner.waitFor({ state: 'detached' });
    await expect.poll(() => text.inputValue()).toBe(newer);
    await expect.poll(kept).toEqual([]);
  });

  test('of a wording stays on the screen when somebody else publishes first, beside what they published', async () => {
    await lock(page);
    await changeTo(page, 'manager');
    await press('Control+3', 'Alt+2');
    const text = field('Suomeksi');
    await tabTo(page, text);
    await press('Control+End');
    await type(' Kanarialintuja ei kysytä.');
    const newer = 'Papukaijoja ei kysytä.';
    const texts = { fi: newer, sv: newer, en: newer };
    const next = { id: uuidv7(), purpose: 'customer-surveys', texts, validMonths: 12, basedOnVersion: 1 };
    expect(await value('consents', 'publishWording', next)).toEqual({ version: 2 });
    await press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Joku otti käyttöön uudemman version.' }).waitFor();
    await page.getByRole('cell', { name: newer }).waitFor();
    expect(await text.inputValue()).toContain('Kanarialintuja ei kysytä.');
    await tabTo(page, page.getByRole('button', { name: 'Palauta nykyinen' }));
    await press('Enter');
    await expect.poll(() => text.inputValue()).toBe(newer);
  });

  test('of an edit that somebody else overtook shows the conflict', async () => {
    const customerId = await openCustomer();
    await press('F8');
    await heading('Muokkaa tietoja').waitFor();
    await tabTo(page, field('Puhelin'));
    await press('Control+A');
    await type('050 000 0001');
    await tabTo(page, page.getByRole('radio', { name: 'Asiakas itse' }));
    await press('Space');
    await lock(page);
    await changeTo(page, 'manager');
    const form = { ...ainoMallikas, phone: '050 000 0002' };
    await value('customers', 'edit', { customerId, expectedVersion: 1, form });
    await lock(page);
    await changeTo(page, 'reception');
    await offer(/tietojen muokkaus.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field('Puhelin').inputValue()).toBe('050 000 0001');
    await press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: people.manager.name }).waitFor();
  });
});
