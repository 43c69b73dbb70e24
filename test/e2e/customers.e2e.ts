import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
});

afterEach(() => launched?.close());

const field = (label: string) => page.getByRole('textbox', { name: label });
const rows = () => page.getByRole('listbox').getByRole('option');
const nameOnCard = (name: string) => page.getByRole('heading', { level: 1, name });
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Puts a customer into the register below the screens. */
async function register(changes: Partial<CustomerFormInput> = {}): Promise<string> {
  const id = uuidv7();
  const form = { ...ainoMallikas, ...changes };
  const reply = await callBridge(page, 'customers', 'register', { id, form, consents: [] });
  expect(reply).toMatchObject({ ok: true });
  return id;
}

/** Types a search from wherever the focus is. */
async function search(text: string): Promise<void> {
  await press('F2');
  await page.keyboard.type(text);
}

async function names(): Promise<string[]> {
  return rows().locator('b').allTextContents();
}

/** A radio group that holds the focus: the answer so many arrows to the right, the last one with -1. */
async function answer(steps: number): Promise<void> {
  if (steps === 0) return press('Space');
  for (let step = 0; step < Math.abs(steps); step += 1) await press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
}

describe('a new customer', () => {
  test('is registered by the keyboard alone, starting from what was searched for', async () => {
    await search('kuvitelma aino');
    await page.getByRole('heading', { name: 'Ei osumia haulla ”kuvitelma aino”' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('F3');
    await page.getByText('Saa numeron 10001').waitFor();
    await page.keyboard.type('140387-924P');
    expect(await field('Syntymäaika').inputValue()).toBe('14.3.1987');
    expect(await page.getByRole('radio', { name: 'nainen' }).isChecked()).toBe(false);
    await press('Tab', 'Tab');
    await answer(0);
    expect(await field('Sukunimi').inputValue()).toBe('Kuvitelma');
    await press('Tab', 'Tab');
    await page.keyboard.type('Aino Helena');
    await press('Tab', 'Tab');
    await page.keyboard.type('0400000182');
    await press('Tab');
    await page.keyboard.type('aino@posti.example');
    await press('Tab', 'Tab');
    await page.keyboard.type('Koekuja 4 B 12');
    await press('Tab');
    await page.keyboard.type('13100');
    await expect.poll(() => field('Postitoimipaikka').inputValue()).toBe('Hämeenlinna');
    await press('Tab', 'Tab');
    await answer(0);
    await press('Tab');
    for (const purpose of ['Suoramarkkinointi', 'Asiakaskyselyt', 'Terveysprofiili']) {
      await press('Tab');
      await answer(-1);
      const question = page.getByRole('radiogroup', { name: purpose });
      expect(await question.getByRole('radio', { name: 'Ei kysytty' }).isChecked()).toBe(true);
    }
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await nameOnCard('Kuvitelma Aino Helena').waitFor();
    await page.getByText('140387-••••').waitFor();
    await page.getByText('040 000 0182').first().waitFor();
    await page.getByText('Koekuja 4 B 12, 13100 Hämeenlinna').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    expect(await names()).toEqual(['Kuvitelma']);
  });

  test('starts from the search also when F3 comes before its answer', async () => {
    await register();
    await search('mallika');
    await expect.poll(names).toEqual(['Mallikas']);
    await press('x', 'F3');
    await page.getByText('Saa numeron 10002').waitFor();
    expect(await field('Sukunimi').inputValue()).toBe('Mallikax');
  });

  test('who lives abroad gets the country where it is asked for, and a phone on one line of the list', async () => {
    await press('F3');
    await field('Syntymäaika').fill('1,2,1985');
    await page.getByRole('radio', { name: 'nainen' }).press('Space');
    await field('Sukunimi').fill("O'Kuvitelma");
    await field('Etunimet').fill('Seán');
    await field('Puhelin').fill('+353 85 000 0000');
    await field('Katuosoite').fill('1 Kuvitelma Street');
    await field('Postinumero').fill('D02 X285');
    await field('Postitoimipaikka').fill('Dublin');
    await page.getByRole('radio', { name: 'Asiakas itse' }).press('Space');
    for (const notAsked of await page.getByRole('radio', { name: 'Ei kysytty' }).all()) {
      await notAsked.press('Space');
    }
    await press('Control+Enter');
    await page.getByText('Vaihda maa, jos osoite on muualla.').waitFor();
    await page.getByRole('combobox', { name: 'Maa' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Alt+l');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('combobox');
    await press('Control+a');
    await page.keyboard.type('irl');
    await page.getByRole('option', { name: 'Irlanti' }).waitFor();
    await press('ArrowDown', 'Enter', 'Control+Enter');
    await nameOnCard("O'Kuvitelma Seán").waitFor();
    await page.getByText('1 Kuvitelma Street, D02 X285 Dublin, Irlanti').waitFor();
    const phone = rows().getByText('+353 85 000 0000');
    const lines = await phone.evaluate((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
    expect(lines).toBe(1);
  });

  test('goes on to logging the visit when it is saved with F4', async () => {
    await press('F3');
    await page.keyboard.type('140387-924P');
    await page.getByRole('radio', { name: 'nainen' }).press('Space');
    await field('Sukunimi').fill('Mallikas');
    await field('Etunimet').fill('Aino');
    await page.getByRole('radio', { name: 'Asiakas itse' }).press('Space');
    for (const notAsked of await page.getByRole('radio', { name: 'Ei kysytty' }).all()) {
      await notAsked.press('Space');
    }
    await press('F4');
    await nameOnCard('Mallikas Aino').waitFor();
    await page.getByRole('heading', { name: 'Kirjaa käynti' }).waitFor();
  });

  test('is not saved while something is wrong: each thing is named below its field and in the header', async () => {
    await press('F3');
    await page.getByText('Saa numeron 10001').waitFor();
    await field('Sähköposti').fill('leena.mallisto.posti.example');
    await press('Control+Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Korjaa vielä' });
    await summary.waitFor();
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      'Syntymäaika',
      'Sukupuoli',
      'Sukunimi',
      'Etunimet',
      'Sähköposti',
      'Tietojen lähde',
      'Suoramarkkinointi',
      'Asiakaskyselyt',
      'Terveysprofiili',
    ]);
    await page.getByText('Osoitteesta puuttuu @-merkki.').waitFor();
    expect(await field('Syntymäaika').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await summary.getByRole('link', { name: 'Sähköposti' }).click();
    await press('Control+A');
    await page.keyboard.type('leena@posti.example');
    await page.getByText('Osoitteesta puuttuu @-merkki.').waitFor({ state: 'hidden' });
    expect(await summary.getByRole('link').count()).toBe(8);
  });

  test('that is half typed is left only after a question', async () => {
    await press('F3');
    await field('Sukunimi').fill('Mallikas');
    await press('Escape');
    const question = page.getByRole('alertdialog', { name: 'Jätetäänkö tiedot tallentamatta?' });
    await question.waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await field('Sukunimi').inputValue()).toBe('Mallikas');
    await press('F2');
    await question.getByRole('button', { name: 'Hylkää tiedot' }).press('Enter');
    await page.getByRole('combobox').waitFor();
  });

  test('who may already be registered is compared before saving', async () => {
    await register({ hetu: '140387-924P', birthDate: '' });
    await press('F3');
    await field('Syntymäaika').fill('14.3.1987');
    await field('Sukunimi').fill('Mallikas');
    await field('Etunimet').fill('Aino');
    const similar = page.getByRole('region', { name: 'Mahdollinen kaksoiskappale' });
    await similar.waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await similar.getByRole('button', { name: 'Eri henkilö, jatka' }).press('Enter');
    await similar.waitFor({ state: 'hidden' });
    await field('Henkilötunnus').fill('140387-924p');
    await page.reload();
    await press('F3');
    await field('Henkilötunnus').fill('140387-924p');
    await page.getByText('Tämä henkilötunnus on jo asiakkaalla 10001').waitFor();
    await press('Alt+A');
    await page.getByRole('button', { name: 'Hylkää tiedot' }).press('Enter');
    await nameOnCard('Mallikas Aino Helena').waitFor();
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await register({
      lastName: 'Mäkelä',
      firstNames: 'Eero Olavi',
      birthDate: '2.9.1951',
      phone: '050 000 0311',
      email: '',
    });
    await register({ lastName: 'Virta-Mallikas', hetu: '140387-924P', birthDate: '' });
    await register({ lastName: 'Äijälä', firstNames: 'Saga', birthDate: '3.11.1996', email: '', phone: '' });
  });

  test('opens the right customer with Enter, without waiting for the list', async () => {
    const searches = [
      ['makela', 'Mäkelä'],
      ['mall', 'Virta-Mallikas'],
      ['aij', 'Äijälä'],
      ['0311', 'Mäkelä'],
      ['3.11.1996', 'Äijälä'],
      ['140387-924p', 'Virta-Mallikas'],
      ['031196', 'Äijälä'],
      ['aino.mallikas@posti', 'Virta-Mallikas'],
      ['10003', 'Äijälä'],
      ['eero mäk', 'Mäkelä'],
    ] as const;
    for (const [text, lastName] of searches) {
      await search(text);
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: new RegExp(`^${lastName}`) }).waitFor();
      await expect.poll(names).toEqual([lastName]);
    }
  });

  test('by a mistyped identity code says so, and leaves the code to the form', async () => {
    await search('140387-924R');
    await page.getByText('Henkilötunnuksen tarkistusmerkki ei täsmää.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('F3');
    await page.getByText('Saa numeron 10004').waitFor();
    expect(await field('Henkilötunnus').inputValue()).toBe('140387-924R');
  });

  test('keeps the focus while arrows choose, and marks what was found', async () => {
    await search('m');
    await expect.poll(names).toEqual(['Mäkelä', 'Virta-Mallikas']);
    expect(await rows().locator('mark').allTextContents()).toEqual(['M', 'M']);
    await press('ArrowDown');
    const box = page.getByRole('combobox');
    const active = await box.getAttribute('aria-activedescendant');
    expect(active).toBe(await page.getByRole('option', { selected: true }).getAttribute('id'));
    expect(await box.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    await nameOnCard('Virta-Mallikas Aino Helena').waitFor();
    await search('äij');
    await expect.poll(names).toEqual(['Äijälä']);
    await press('Escape');
    await expect.poll(names).toContain('Virta-Mallikas');
  });
});

describe('the card', () => {
  test('shows the identity code whole only when asked, and logs that', async () => {
    const customerId = await register({ hetu: '140387-924P', birthDate: '' });
    await search('mallikas');
    await press('Enter');
    await page.getByText('140387-••••').waitFor();
    expect(await page.content()).not.toContain('924P');
    await page.getByRole('button', { name: 'Näytä', exact: true }).press('Enter');
    await page.getByText('140387-924P').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    const reply = await callBridge(page, 'audit', 'ofCustomer', { customerId, beforeSequence: null });
    expect(JSON.stringify(reply)).toContain('customers.revealHetu');
  });
});

describe('an edit', () => {
  const openForEditing = async () => {
    await search('mallikas');
    await press('Enter');
    await nameOnCard('Mallikas Aino Helena').waitFor();
    await press('F8');
    await field('Puhelin').waitFor();
  };

  test('keeps the old value in the history', async () => {
    await register();
    await openForEditing();
    expect(await field('Puhelin').inputValue()).toBe('040 000 0182');
    await field('Puhelin').fill('050 000 0311');
    await page.getByRole('radio', { name: 'Asiakas itse' }).press('Space');
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await page.getByText('Muutokset on tallennettu').waitFor();
    await press('Alt+4');
    const change = page.getByRole('table', { name: 'Historia' }).getByRole('row').nth(1);
    await change.waitFor();
    expect(await change.textContent()).toContain('Puhelin040 000 0182050 000 0311');
    expect(await axeProblems(page)).toEqual([]);
  });

  test('over somebody else’s newer version is put together field by field', async () => {
    const customerId = await register();
    await openForEditing();
    const theirs = { ...ainoMallikas, phone: '050 000 0999', email: 'uusi@posti.example' };
    const edit = { customerId, expectedVersion: 1, form: theirs };
    expect(await callBridge(page, 'customers', 'edit', edit)).toMatchObject({ ok: true });
    await field('Sukunimi').fill('Virta');
    await field('Puhelin').fill('050 000 0311');
    await page.getByRole('radio', { name: 'Asiakas itse' }).press('Space');
    await press('Control+Enter');
    await page.getByText('Joku muu muutti samoja tietoja').waitFor();
    expect(await field('Sähköposti').inputValue()).toBe('uusi@posti.example');
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await page.getByText('Valitse ensin, mitkä tiedot jäävät voimaan.').waitFor();
    await page.getByRole('radio', { name: /Rekisterissä nyt/ }).press('Space');
    expect(await field('Puhelin').inputValue()).toBe('050 000 0999');
    await press('Control+Enter');
    await nameOnCard('Virta Aino Helena').waitFor();
    await page.getByText('uusi@posti.example').waitFor();
    await page.getByText('050 000 0999').first().waitFor();
  });
});
