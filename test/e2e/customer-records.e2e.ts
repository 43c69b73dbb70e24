import type { Locator, Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import { addDays, formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { choose, press, tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'all');
});

afterAll(() => launched?.close());

const type = (text: string) => page.keyboard.type(text);
const hits = () => page.getByRole('option').locator('b').allTextContents();
const panel = () => page.getByRole('dialog', { name: 'Lisää tieto' });
const groups = () => page.getByRole('dialog', { name: 'Ryhmät' });
const field = (name: string) => page.getByRole('textbox', { name });
const onCard = (term: string) => page.getByRole('definition').filter({ hasText: term });

/** Registers a customer of this last name and opens the card as a person does. */
async function openNew(lastName: string, changes: Partial<CustomerFormInput> = {}): Promise<void> {
  const form = { ...ainoMallikas, lastName, ...changes };
  const reply = await callBridge(page, 'customers', 'register', { id: uuidv7(), form, consents: [] });
  expect(reply).toMatchObject({ ok: true });
  await open(lastName);
}

async function open(lastName: string): Promise<void> {
  await press(page, 'F2');
  await type(lastName);
  await expect.poll(hits).toEqual([lastName]);
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: `${lastName} Aino Helena` }).waitFor();
}

/** Alt+M, the kind with the arrows, and on to its first field. */
async function startRecord(kind: string): Promise<void> {
  await press(page, 'Alt+m');
  await panel().waitFor();
  await choose(page, panel().getByRole('radio', { name: kind }));
  await press(page, 'Tab');
}

async function save(source: Locator): Promise<void> {
  await choose(page, source);
  await press(page, 'Control+Enter');
  await panel().waitFor({ state: 'detached' });
}

const fromCustomer = () => panel().getByRole('radio', { name: 'asiakas itse' });

describe('by the keyboard, beside what stands on the form,', () => {
  test('an earlier name is added, and the search finds the customer by it', async () => {
    await openNew('Virta');
    await startRecord('Entinen nimi');
    await press(page, 'Control+Enter');
    await panel().getByText('Tämä tieto puuttuu.').first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await type('Kanarinen');
    await press(page, 'Tab', 'Tab');
    await save(fromCustomer());
    await onCard('Kanarinen').waitFor();
    await press(page, 'F2');
    await type('kanar');
    await expect.poll(hits).toEqual(['Virta']);
    await press(page, 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Virta Aino Helena' }).waitFor();
  });

  test('an address holds for a time, which cannot end before it begins', async () => {
    const [from, until] = [addDays(today(), 1), addDays(today(), 30)].map(formatDate);
    await openNew('Niemi');
    await startRecord('Tilapäinen osoite');
    await press(page, 'Tab');
    await type('Kesäkuja 5');
    await press(page, 'Tab');
    await type('00100');
    await expect.poll(() => field('Postitoimipaikka').inputValue()).toBe('Helsinki');
    await tabTo(page, field('Voimassa alkaen'));
    await type(until ?? '');
    await press(page, 'Tab');
    await type(from ?? '');
    await press(page, 'Tab', 'Space', 'Control+Enter');
    const ending = field('Voimassa asti');
    await expect.poll(() => ending.getAttribute('aria-invalid')).toBe('true');
    expect(await ending.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Control+a');
    await type(until ?? '');
    await press(page, 'Shift+Tab', 'Control+a');
    await type(from ?? '');
    await press(page, 'Tab', 'Tab');
    await save(fromCustomer());
    await onCard(`Kesäkuja 5, 00100 Helsinki, ${from}–${until}`).waitFor();
  });

  test('a credit check says what, when and by whom, and cannot be of tomorrow', async () => {
    await openNew('Laine');
    await startRecord('Luottotiedot');
    await choose(page, panel().getByRole('radio', { name: 'maksuhäiriömerkintä' }));
    await press(page, 'Tab');
    await type(formatDate(addDays(today(), 1)));
    await press(page, 'Tab');
    await type('Esimerkkitieto Oy');
    await press(page, 'Tab');
    await type('LT-114');
    await press(page, 'Tab', 'Space', 'Control+Enter');
    await expect.poll(() => field('Tarkistettu').getAttribute('aria-invalid')).toBe('true');
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Control+a');
    await type(formatDate(today()));
    await press(page, 'Tab', 'Tab', 'Tab');
    await save(panel().getByRole('radio', { name: 'luottotietoyhtiö' }));
    const shown = onCard(`maksuhäiriömerkintä, ${formatDate(today())}, Esimerkkitieto Oy, LT-114`);
    await shown
      .filter({ hasText: `luottotietoyhtiö ${formatDate(today())}, kirjasi Marja Esimäki` })
      .waitFor();
  });

  test('Escape throws away what was typed only after a question, and closes at once when nothing was', async () => {
    const question = page.getByRole('alertdialog', { name: 'Jätetäänkö tiedot tallentamatta?' });
    await openNew('Rinne');
    await startRecord('Muistiinpano');
    await press(page, 'Escape');
    await panel().waitFor({ state: 'detached' });
    await startRecord('Muistiinpano');
    await type('Maksaa käteisellä.');
    await press(page, 'Escape');
    await question.waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Escape');
    await question.waitFor({ state: 'detached' });
    const note = panel().getByRole('textbox', { name: 'Muistiinpano' });
    expect(await note.inputValue()).toBe('Maksaa käteisellä.');
    expect(await note.evaluate((box) => box === document.activeElement)).toBe(true);
    await press(page, 'Escape');
    await question.getByRole('button', { name: 'Hylkää tiedot' }).press('Enter');
    await panel().waitFor({ state: 'detached' });

    await press(page, 'Alt+r');
    await groups().waitFor();
    await type('Uintiryhmä');
    await press(page, 'Escape');
    await question.getByRole('button', { name: 'Hylkää tiedot' }).press('Enter');
    await groups().waitFor({ state: 'detached' });
  });

  test('Ctrl+Z takes back what was added or removed last, and nothing that was recorded before it', async () => {
    await openNew('Harju');
    await press(page, 'F6');
    const recording = page.getByRole('dialog', { name: 'Kirjaa muutos' });
    await recording.waitFor();
    await press(page, 'Space', 'k', 'Tab', 'Space', 'Control+Enter');
    await recording.waitFor({ state: 'detached' });
    const prohibition = page.getByText('Suoramarkkinointikielto');
    await prohibition.first().waitFor();
    await press(page, 'Alt+1');

    await startRecord('Muistiinpano');
    await type('Maksaa käteisellä.');
    await press(page, 'Tab');
    await save(fromCustomer());
    await onCard('Maksaa käteisellä.').waitFor();
    await press(page, 'Control+z');
    await page.getByText('Tieto on poistettu. Se jää historiaan.').waitFor();
    await onCard('Maksaa käteisellä.').waitFor({ state: 'detached' });

    await startRecord('Muu nimi');
    await type('Kuvitelma');
    await press(page, 'Tab', 'Tab');
    await save(fromCustomer());
    await onCard('Kuvitelma').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Poista', exact: true }));
    await press(page, 'Enter');
    await onCard('Kuvitelma').waitFor({ state: 'detached' });
    await press(page, 'Control+z');
    await page.getByText('Tieto on palautettu').waitFor();
    await onCard('Kuvitelma').waitFor();
    expect(await prohibition.count()).toBeGreaterThan(0);
    expect(await axeProblems(page)).toEqual([]);
  });

  test('a group is taken out of use: it is offered to nobody new, and who is in it stays in it', async () => {
    await openNew('Salo');
    await press(page, 'Alt+r');
    await groups().waitFor();
    await type('Kesäkurssi');
    await press(page, 'Enter');
    await groups().getByRole('checkbox', { name: 'Kesäkurssi' }).waitFor();
    await press(page, 'Control+Enter');
    await groups().waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('Ryhmät on tallennettu').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Kesäkurssi' }));
    await press(page, 'Enter');
    await page.getByRole('row', { name: /Kesäkurssi/ }).waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Poista käytöstä' }));
    await press(page, 'Enter');
    await page.getByRole('row', { name: /Kesäkurssi ei käytössä/ }).waitFor();
    await open('Salo');
    await onCard('Kesäkurssi').waitFor();

    await openNew('Koski');
    await press(page, 'Alt+r');
    await groups().getByText('Ryhmiä ei vielä ole.').waitFor();
    expect(await groups().getByRole('checkbox').count()).toBe(0);
    await press(page, 'Escape');
  });
});

test('the date of death is written down, and from then on nobody may be contacted', async () => {
  const contact = page.getByRole('region', { name: 'Saanko ottaa yhteyttä suoramarkkinointiin?' });
  const answers = (words: RegExp) => contact.getByRole('listitem').filter({ hasText: words });
  await openNew('Lahti');
  await answers(/Puhelu: kyllä/).waitFor();
  await press(page, 'F8');
  await page.getByRole('heading', { name: 'Muokkaa tietoja' }).waitFor();
  await press(page, 'Alt+l');
  await tabTo(page, field('Kuolinpäivä'));
  await type(formatDate(today()));
  await tabTo(page, page.getByRole('radio', { name: 'Asiakas itse' }));
  await choose(page, page.getByRole('radio', { name: 'Omainen' }));
  await press(page, 'Control+Enter');
  await page.getByRole('heading', { level: 1, name: `kuollut ${formatDate(today())}` }).waitFor();
  await expect.poll(() => answers(/: ei\s*asiakas on kuollut/).count()).toBe(4);
  // Nobody is left to ask for a consent.
  expect(await page.getByRole('button', { name: 'Kysy nyt' }).count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('option', { name: /Lahti.*kuollut/ }).waitFor();
});
