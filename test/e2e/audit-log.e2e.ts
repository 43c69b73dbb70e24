import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import { testPassword } from '../support/people.ts';
import { lock, signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let folder: string;

const row = (name: RegExp) => page.getByRole('row', { name });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Chooses from one of the filters with the keyboard alone. */
async function choose(filter: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${filter}$`) }).focus();
  await press('Enter');
  await page.getByRole('option', { name: option }).waitFor();
  await page.keyboard.type(option);
  await press('Enter');
  await page.getByRole('option', { name: option }).waitFor({ state: 'detached' });
}

async function call(feature: string, name: string, input: unknown): Promise<unknown> {
  const reply = await callBridge(page, feature, name, input);
  if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
  return reply.value;
}

/** Helmi Testola registers a namesake of hers, opens the card and changes the phone; then Ida signs in. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-log-'));
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  const id = uuidv7();
  const form = { ...ainoMallikas, lastName: 'Testola' };
  await call('customers', 'register', { id, form, consents: [] });
  await call('customers', 'card', { customerId: id });
  const changed = { ...form, phone: '044 000 0718' };
  await call('customers', 'edit', { customerId: id, expectedVersion: 1, form: changed });
  await lock(page);
  await press('Control+U');
  await signIn(page, 'manager');
});

afterAll(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the log, by the keyboard', () => {
  test('opens by its tab and shows today, with what is unusual marked in words', async () => {
    await press('Control+4');
    await page.getByRole('heading', { level: 1, name: 'Tapahtumaloki' }).waitFor();
    await row(
      /Helmi Testola Avasi asiakaskortin Testola Aino Helena 10001 selvitettävä asiakkaalla on sama sukunimi/,
    ).waitFor();
    await page.getByRole('img', { name: /^Tänään klo .* tapahtumaa.*Poikkeavia klo/ }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('is narrowed by a typed name and by a kind of event', async () => {
    await press('F2');
    await page.keyboard.type('10001');
    await page.getByText('1 asiakas', { exact: false }).waitFor();
    await choose('Tapahtuma', 'asiakastietojen muutokset');
    await expect.poll(() => page.getByRole('row').count()).toBe(3);
    expect(await axeProblems(page)).toEqual([]);
  });

  test('opens a row in place with what was before and after, and the look is on record', async () => {
    await press('j', 'Enter');
    await page.getByText('040 000 0182').waitFor();
    await page.getByText('044 000 0718').waitFor();
    expect(await row(/Muutti tietoja/).getAttribute('aria-expanded')).toBe('true');
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    await page.getByText('044 000 0718').waitFor({ state: 'detached' });
    await press('k', 'j');
    await page.getByRole('button', { name: 'Näytä kaikki' }).press('Enter');
    await row(/Ida Näytesalo Katsoi tapahtuman tiedot Testola Aino Helena 10001/).waitFor();
  });

  test('lets the manager write down what explained a mark', async () => {
    await page.getByRole('button', { name: /^Poikkeavat/ }).press('Enter');
    await row(/Avasi asiakaskortin .* sama sukunimi/).press('Enter');
    const explanation = page.getByLabel('Mitä selvisi').first();
    await explanation.fill('Kaima, ei sukua. Varaus puuttui.');
    expect(await axeProblems(page)).toEqual([]);
    await explanation.press('Enter');
    await row(/Avasi asiakaskortin .* sama sukunimi/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Näytä kaikki' }).press('Enter');
    await choose('Aika', 'tänään');
    await row(/Avasi asiakaskortin .* selvitetty .* sama sukunimi/).waitFor();
  });

  test('F5 goes through the whole chain and says that it is intact', async () => {
    await page.getByText('Lokiketjua ei ole tarkistettu').waitFor();
    await press('F5');
    await page.getByRole('heading', { name: 'Lokiketju on ehjä' }).waitFor();
    await page.getByText(/^Tarkistettu tänään klo .* riviä/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('F9 exports the rows to an encrypted file whose password is shown once', async () => {
    await answerSaveDialog(launched.app, join(folder, 'loki.zip'));
    await press('F9');
    await page.getByRole('dialog', { name: 'Vie loki salattuun tiedostoon' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    const answer = page.getByRole('dialog', { name: 'Tiedot on viety' });
    await answer.waitFor();
    expect(await answer.locator('code').textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    await press('Tab', 'Enter');
    await answer.waitFor({ state: 'detached' });
    expect(await readdir(folder)).toEqual(['loki.zip']);
    await row(/Vei lokin salattuun tiedostoon .* tiedosto tallennettu/).waitFor();
  });

  test('the rules can be read and changed, and what makes no sense is said', async () => {
    await page.getByRole('button', { name: 'Valvonnan säännöt' }).press('Enter');
    const panel = page.getByRole('dialog', { name: 'Valvonnan säännöt' });
    const minutes = panel.getByLabel('Minuutissa');
    await minutes.fill('0');
    await panel.getByLabel('lauantai, Avataan').fill('9');
    await panel.getByLabel('lauantai, Suljetaan').fill('26');
    await press('Control+Enter');
    await panel.getByText('Arvo ei ole sallituissa rajoissa.').waitFor();
    await panel.getByText('Kirjoita aika muodossa 14.30.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await minutes.fill('15');
    await panel.getByLabel('lauantai, Suljetaan').fill('14.30');
    await press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await row(/Muutti valvonnan sääntöjä/).waitFor();
  });

  test('says when nothing matches, and leads to the card of a customer, which is a look too', async () => {
    await press('F2');
    await page.keyboard.type('Eipäole');
    await page.getByText('Ei tapahtumia näillä rajauksilla').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Näytä kaikki' }).press('Enter');
    await row(/Helmi Testola Lisäsi asiakkaan/).press('Enter');
    await page.getByRole('button', { name: 'Avaa asiakaskortti' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /Testola/ }).waitFor();
    await row(/Ida Näytesalo Avasi asiakaskortin/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('is narrowed as it was when the manager comes back from a card, and no longer after a lock', async () => {
    const search = page.getByLabel('Hae lokista');
    await press('Control+4', 'F2');
    await page.keyboard.type('10001');
    await choose('Tapahtuma', 'katselut');
    await row(/Ida Näytesalo Avasi asiakaskortin/).press('Enter');
    await page.getByRole('button', { name: 'Avaa asiakaskortti' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /Testola/ }).waitFor();
    await press('Control+4');
    await search.waitFor();
    expect(await search.inputValue()).toBe('10001');
    await page.getByRole('button', { name: /^katselut/ }).waitFor();
    await lock(page);
    await page.keyboard.type(testPassword);
    await press('Enter');
    await search.waitFor();
    expect(await search.inputValue()).toBe('');
    await page.getByRole('button', { name: /^kaikki Tapahtuma/ }).waitFor();
  });
});

test('the reception has no tab for the log and no way to it', async () => {
  await lock(page);
  await press('Control+U');
  await signIn(page, 'reception');
  expect(await page.getByRole('link', { name: 'Tapahtumaloki' }).count()).toBe(0);
  await page.evaluate(() => {
    window.location.hash = '#/audit';
  });
  await page.getByRole('alert').getByText('Sinulla ei ole oikeutta tähän').waitFor();
});
