import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge, signInByBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';

let launched: LaunchedApp;
let page: Page;
let number: number;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signInByBridge(page);
});

afterAll(() => launched?.close());

/** A customer of each test's own, about whom nothing is recorded yet, and a desk that has just been opened. */
beforeEach(async () => {
  const reply = await callBridge(page, 'customers', 'register', {
    id: uuidv7(),
    form: ainoMallikas,
    consents: [],
  });
  expect(reply).toMatchObject({ ok: true });
  number = (reply as { value: { number: number } }).value.number;
  await page.evaluate(() => location.assign('#/customers'));
  await page.reload();
});

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** From anywhere to the customer's card, as a person at the desk does it. */
async function openCustomer(): Promise<void> {
  await page.getByRole('combobox').waitFor();
  await press('F2');
  await page.keyboard.type(String(number));
  await page.getByRole('option', { name: new RegExp(String(number)) }).waitFor();
  await expect.poll(() => page.getByRole('option').count()).toBe(1);
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
}

const panel = () => page.getByRole('dialog', { name: 'Kirjaa muutos' });
const matrix = () => page.getByRole('table', { name: /Suostumukset tarkoituksittain/ });
const history = () => page.getByRole('table', { name: 'Muutokset' });

const squares = ['email', 'sms', 'phone', 'post'] as const;

/** Waits until the matrix shows the words for a purpose in a channel. */
function shows(purpose: string, channel: (typeof squares)[number], words: RegExp): Promise<void> {
  const row = matrix().getByRole('row', { name: new RegExp(`^${purpose}`) });
  return row.getByRole('cell').nth(squares.indexOf(channel)).filter({ hasText: words }).waitFor();
}

async function recordByKeys(...keys: string[]): Promise<void> {
  await press('F6');
  await panel().waitFor();
  await press(...keys);
  await panel().waitFor({ state: 'detached' });
}

/** E-mail and text message, consents, orally. */
const consentKeys = ['Space', 'Tab', 'Space', 's', 'Tab', 'Space', 'Control+Enter'];
/** All channels, prohibits, orally. */
const prohibitionKeys = ['a', 'k', 'Tab', 'Space', 'Control+Enter'];

async function publishByKeys(text: string): Promise<void> {
  await press('Control+3');
  const finnish = page.getByLabel('Suomeksi');
  await finnish.waitFor();
  await finnish.focus();
  await press('Control+A');
  await page.keyboard.type(text);
  await press('Control+Enter');
  await page.getByText('Suoramarkkinointi: versio 2 on käytössä').waitFor();
}

describe('the consents of a customer', () => {
  test('a consent is recorded and withdrawn by keyboard alone', async () => {
    await openCustomer();
    await recordByKeys(...consentKeys);
    await shows('Suoramarkkinointi', 'email', /^Lupa.*suullisesti.*v1, M\. Esimäki/);
    await shows('Suoramarkkinointi', 'sms', /^Lupa/);
    await shows('Suoramarkkinointi', 'post', /^Sallittu/);

    await page.getByRole('button', { name: 'Peru lupa: Suoramarkkinointi, sähköposti' }).focus();
    await press('Enter');
    await panel().waitFor();
    await press('Space', 'Control+Enter');
    await shows('Suoramarkkinointi', 'email', /^Peruttu/);
    await shows('Suoramarkkinointi', 'sms', /^Lupa/);
    await history()
      .getByRole('row')
      .nth(1)
      .filter({ hasText: /peruttusähköpostisuullisesti/ })
      .waitFor();
  });

  test('a prohibition wins over a consent everywhere, and withdrawing it brings no consent back', async () => {
    await openCustomer();
    await recordByKeys(...consentKeys);
    await recordByKeys(...prohibitionKeys);
    await page.getByText(/^Kielto voimassa .* alkaen$/).waitFor();
    expect(await matrix().locator('s').allTextContents()).toEqual([
      expect.stringMatching(/^Lupa /),
      expect.stringMatching(/^Lupa /),
      'Sallittu ilman lupaa',
      'Sallittu ilman lupaa',
    ]);
    await press('Alt+1');
    await page.getByText('Suoramarkkinointikielto', { exact: true }).waitFor();
    const hit = page.getByRole('option', { name: /Mallikas/ });
    expect(await hit.getByRole('img').first().getAttribute('aria-label')).toMatch(/kielto/i);

    await recordByKeys('a', 'l', 'Tab', 'Space', 'Control+Enter');
    await shows('Suoramarkkinointi', 'email', /^Peruttu/);
    await shows('Suoramarkkinointi', 'post', /^Sallittu/);
  });

  test('one’s own last recording is undone by Ctrl+Z, and the history keeps both', async () => {
    await openCustomer();
    await recordByKeys(...consentKeys);
    await shows('Suoramarkkinointi', 'email', /^Lupa/);
    await press('Control+Z');
    await page.getByText('Suoramarkkinointi: kirjaus kumottu').waitFor();
    await shows('Suoramarkkinointi', 'email', /^Ei kysytty/);
    const rows = history().getByRole('row');
    await rows.nth(1).filter({ hasText: 'kirjaus kumottu' }).waitFor();
    await rows.nth(2).filter({ hasText: 'lupakumottu' }).waitFor();
  });

  test('every tab says whether the customer may be contacted, and a prohibition is the ground of each no', async () => {
    await openCustomer();
    const contact = () => page.getByRole('region', { name: 'Saanko ottaa yhteyttä suoramarkkinointiin?' });
    await contact().getByRole('listitem').filter({ hasText: 'Puhelu: kyllä' }).waitFor();
    await recordByKeys(...prohibitionKeys);
    for (const tab of ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5']) {
      await press(tab);
      await contact()
        .getByRole('listitem')
        .filter({ hasText: /: ei\s*kielto/ })
        .nth(3)
        .waitFor();
      expect(await axeProblems(page)).toEqual([]);
    }
  });

  test('nothing is chosen beforehand, and saving says what is missing', async () => {
    await openCustomer();
    await press('F6');
    await panel().waitFor();
    expect(await panel().locator('input:checked').count()).toBe(0);
    await press('Control+Enter');
    await panel().getByText('Valitse vähintään yksi kanava.').waitFor();
    await panel().getByText('Valitse vastaus.').waitFor();
    expect(await history().getByRole('row').count()).toBe(2);
  });

  test('Escape asks before words go that were typed, and closes at once what was only chosen', async () => {
    await openCustomer();
    await press('F6');
    await panel().waitFor();
    await press('Space', 'Escape');
    await panel().waitFor({ state: 'detached' });
    await press('F6');
    const addNote = panel().getByRole('button', { name: 'Lisää tieto' });
    await addNote.focus();
    await press('Enter');
    const note = panel().getByLabel('Lisätieto');
    await note.waitFor();
    await page.keyboard.type('Soitti itse');
    await press('Escape');
    const discard = page.getByRole('button', { name: 'Hylkää tiedot' });
    await discard.waitFor();
    await press('Escape');
    await discard.waitFor({ state: 'detached' });
    expect(await note.inputValue()).toBe('Soitti itse');
    await press('Escape');
    await discard.press('Enter');
    await panel().waitFor({ state: 'detached' });
    await press('F6');
    await addNote.waitFor();
    expect(await note.count()).toBe(0);
  });

  test('the customer sees the wording and nothing of the register', async () => {
    await openCustomer();
    await press('F6');
    await panel().waitFor();
    await press('Space', 'F10');
    // named in the language that the customer reads
    const view = page.getByRole('dialog', { name: /^(Asiakkaan näkymä|Kundens vy)$/ });
    await view.getByText(/saa kertoa minulle palveluistaan/).waitFor();
    expect(await view.textContent()).not.toContain('Mallikas');
    const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(await view.boundingBox()).toEqual({ x: 0, y: 0, ...window });
    await view.getByRole('radio', { name: 'Svenska' }).focus();
    await press('Space');
    await view.getByText(/får berätta för mig/).waitFor();
    await view.getByRole('button', { name: 'Jag samtycker inte' }).focus();
    await press('Enter', 'Escape');
    await view.waitFor({ state: 'detached' });
    expect(
      await panel()
        .getByRole('radio', { name: /Ei suostu/ })
        .isChecked(),
    ).toBe(true);
  });

  test('a new version of a wording makes the consents to the older one old', async () => {
    await openCustomer();
    await recordByKeys(...consentKeys);
    await publishByKeys('Hoitohuone saa lähettää minulle uutiskirjeen.');
    await page.getByRole('table', { name: 'Versiot' }).getByRole('row').nth(2).waitFor();
    await press('Control+1');
    await openCustomer();
    await press('F6', 'Escape');
    await shows('Suoramarkkinointi', 'email', /^Lupa, vanha sanamuoto/);
  });

  test('a half-written wording waits while another is looked at, and asks before it is left', async () => {
    await page.getByRole('combobox').waitFor();
    await press('Control+3');
    await page.getByLabel('Suomeksi').fill('Keskeneräinen teksti.');
    await press('Alt+3');
    await page.getByRole('heading', { level: 2, name: 'Markkinatutkimukset' }).waitFor();
    await press('Alt+1');
    await page.getByRole('heading', { level: 2, name: 'Suoramarkkinointi' }).waitFor();
    await expect.poll(() => page.getByLabel('Suomeksi').inputValue()).toBe('Keskeneräinen teksti.');
    await press('Control+1');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Hylkää tiedot' }).click();
    await page.getByRole('combobox').waitFor();
  });

  test('axe finds nothing, in the light and in the dark theme', async () => {
    await openCustomer();
    await recordByKeys(...prohibitionKeys);
    await press('F6');
    await panel().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('F10');
    await page.getByRole('dialog', { name: 'Asiakkaan näkymä' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape', 'Escape', 'Control+3');
    await page.getByLabel('Suomeksi').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});
