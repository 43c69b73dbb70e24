import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, onTestFinished, test } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import { choose, press, tabTo } from '../support/keyboard.ts';
import { openCard } from '../support/open-card.ts';
import { testPassword } from '../support/people.ts';
import { readPdf, squeezed } from '../support/report-file.ts';
import { atDesk, lock, signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
});

afterEach(() => launched?.close());

const keys = (...pressed: string[]) => press(page, ...pressed);
const panel = () => page.getByRole('dialog', { name: 'Kirjaa muutos' });
const giver = () => panel().getByRole('radiogroup', { name: 'Kuka vastauksen antoi?' });
const history = () => page.getByRole('table', { name: 'Muutokset' });

async function register(changes: Partial<CustomerFormInput>): Promise<string> {
  const id = uuidv7();
  const form = { ...ainoMallikas, ...changes };
  await valueFromBridge(page, 'customers', 'register', { id, form, consents: [] });
  return id;
}

/** A child of twelve with two guardians, of whom one has a long name. */
async function registerFamily(): Promise<void> {
  const child = await register({ lastName: 'Lapsi', firstNames: 'Venla', birthDate: '21.6.2014' });
  for (const [lastName, firstNames] of [
    ['Huoltaja', 'Kaisa'],
    ['Esimerkki-Keksilä-Mallikainen', 'Maximilian Aleksanteri Ferdinand'],
  ] as const) {
    const otherId = await register({ ...{ lastName, firstNames }, phone: '', email: '' });
    const record = { kind: 'guardian', otherId, validFrom: '1.1.2026', validUntil: '' };
    const input = { id: uuidv7(), customerId: child, record, source: 'customer' };
    await valueFromBridge(page, 'customers', 'addRecord', input);
  }
}

async function openConsents(name: string): Promise<void> {
  await openCard(page, name, name);
  await keys('Alt+3');
  await history().waitFor();
}

async function expectNoBarriers(): Promise<void> {
  expect(await axeProblems(page)).toEqual([]);
}

test('a child’s consent given by a guardian is asked for, kept in a draft, and told in the history and on paper', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-consent-giver-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await registerFamily();
  await openConsents('Lapsi Venla');
  const phone = page
    .getByRole('table', { name: /^Suostumukset tarkoituksittain/ })
    .getByRole('row', { name: /^Suoramarkkinointi/ });
  await expect.poll(() => phone.textContent()).toMatch(/Ei sallittu\s*alaikäinen: vain luvalla/);

  await keys('F6');
  await panel().waitFor();
  expect(await giver().getByRole('radio', { checked: true }).count()).toBe(0);
  await keys('Space', 's', 'Tab', 'Space', 'Control+Enter');
  await panel().getByText('Valitse, kuka vastauksen antoi.').waitFor();
  await expectNoBarriers();
  await keys('Space');
  await panel().getByText('alle 13-vuotiaan oma lupa ei yksin riitä').waitFor();
  await keys('ArrowRight');
  await expect.poll(() => giver().getByRole('radio', { name: 'Kaisa Huoltaja' }).isChecked()).toBe(true);

  await panel().getByRole('button', { name: 'Lisää tieto' }).focus();
  await keys('Enter');
  await page.keyboard.type('Soitti itse');
  await expect
    .poll(async () => JSON.stringify(await valueFromBridge(page, 'drafts', 'mine')))
    .toContain('consents.record');
  await lock(page);
  await page.keyboard.type(testPassword);
  await keys('Enter');
  await atDesk(page);
  await tabTo(page, page.getByRole('button', { name: 'Jatka' }).first());
  await keys('Enter');
  await panel().waitFor();
  await expect.poll(() => giver().getByRole('radio', { name: 'Kaisa Huoltaja' }).isChecked()).toBe(true);
  await expect.poll(() => panel().getByLabel('Lisätieto').inputValue()).toBe('Soitti itse');
  await keys('F10');
  await page.getByText('Vastaajana Kaisa Huoltaja, huoltaja').waitFor();
  await keys('Escape', 'Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await history().getByText('antoi Kaisa Huoltaja, huoltaja').waitFor();
  await page.getByText('huoltajan lupa').first().waitFor();

  await keys('F6', 'Space', 'e', 'Tab', 'Space', 'Tab', 'Space', 'Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await history().getByText('antoi asiakas itse').waitFor();
  await expectNoBarriers();

  const file = join(folder, 'suostumukset.pdf');
  await answerSaveDialog(launched.app, file);
  await keys('F9');
  const dialog = page.getByRole('dialog', { name: 'Tulosta suostumukset ja kiellot' });
  await dialog.waitFor();
  await tabTo(page, dialog.getByRole('button', { name: 'Tallenna PDF' }));
  await keys('Enter');
  await dialog.waitFor({ state: 'detached' });
  const pdf = await readPdf(new Uint8Array(await readFile(file)));
  expect(pdf.squeezed).toContain(squeezed('Antoi: Kaisa Huoltaja (huoltaja)'));
  expect(pdf.squeezed).toContain(squeezed('Antoi: asiakas itse'));
});

test('an adult’s answer asks nothing more, unless another gave it, who is named', async () => {
  const name = 'Maximiliana Aleksandra Esimerkki-Keksilä-Mallikainen';
  await register({});
  await openConsents('Mallikas Aino Helena');
  await keys('F6', 'Space', 's', 'Tab', 'Space');
  await panel().waitFor();
  await keys('Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await history().getByRole('row').nth(1).waitFor();
  expect(await history().getByText('antoi').count()).toBe(0);

  await keys('F6', 'Space', 'p', 'Tab', 'Space');
  await tabTo(page, panel().getByRole('button', { name: 'Joku muu antoi' }));
  await keys('Enter', 'Control+Enter');
  await panel().getByText('Tämä tieto puuttuu.').waitFor();
  await page.keyboard.type(name);
  await expectNoBarriers();
  await keys('Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await history().getByText(`antoi ${name}, edustaja`).waitFor();
});

test('the first answers of a child tell who gave them, before the child is registered', async () => {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const answer = (group: string, name: string) =>
    choose(page, page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }));
  await keys('F3');
  await page.getByText('Saa numeron 10001').waitFor();
  await tabTo(page, field('Syntymäaika'));
  await page.keyboard.type('21.6.2014');
  await answer('Sukupuoli', 'nainen');
  for (const [label, text] of [
    ['Sukunimi', 'Lapsi'],
    ['Etunimet', 'Venla'],
  ] as const) {
    await tabTo(page, field(label));
    await page.keyboard.type(text);
  }
  await answer('Mistä tiedot saatiin?', 'Huoltaja');
  await answer('Suoramarkkinointi', 'Ei suostu');
  await answer('Asiakaskyselyt', 'Ei kysytty');
  await answer('Terveysprofiili', 'Ei kysytty');
  await answer('Miten vastaukset annettiin?', 'Suullisesti');
  await keys('Control+Enter');
  await page.getByRole('link', { name: 'Kuka vastaukset antoi?' }).waitFor();
  await page.getByText('Valitse, kuka vastauksen antoi.').waitFor();
  await answer('Kuka vastaukset antoi?', 'Huoltaja');
  await tabTo(page, field('Antajan nimi'));
  await page.keyboard.type('Kaisa Huoltaja');
  await expectNoBarriers();
  await keys('Control+Enter');
  await page.getByRole('heading', { level: 1, name: 'Lapsi Venla' }).waitFor();
  await keys('Alt+3');
  await history().getByText('antoi Kaisa Huoltaja, huoltaja').waitFor();
});
