import type { Locator, Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { changeTo, lock, signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'manager');
});

afterEach(() => launched?.close());

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

const title = (name: string) => page.getByRole('heading', { level: 2, name });
const nameField = () => page.getByRole('textbox', { name: 'Ryhmän nimi' });
const button = (name: string) => page.getByRole('button', { name });
const hasFocus = (control: Locator) =>
  expect.poll(() => control.evaluate((element) => element === document.activeElement)).toBe(true);
const members = (name: string) => page.getByRole('grid', { name: `Ryhmän ${name} asiakkaat` });

/** Two groups; the second has a customer whose contact details are protected. */
async function makeGroups(): Promise<void> {
  const [series, backs] = [uuidv7(), uuidv7()];
  await value('customers', 'addGroup', { id: series, name: 'Sarjakortti 10' });
  await value('customers', 'addGroup', { id: backs, name: 'Selkäryhmä' });
  const people = [
    { ...ainoMallikas, contactProtected: true },
    {
      ...ainoMallikas,
      hetu: '',
      birthDate: '1.1.1980',
      lastName: 'Aaltonen',
      firstNames: 'Mikko',
      phone: '',
    },
  ];
  for (const form of people) {
    const id = uuidv7();
    await value('customers', 'register', { id, form, consents: [] });
    await value('customers', 'setGroups', { customerId: id, groupIds: [backs] });
  }
}

/** Remembers each group whose customers the page shows from now on. */
async function titlesFromNowOn(): Promise<() => Promise<string[]>> {
  const titles = await page.evaluateHandle(() => {
    const seen: string[] = [];
    const now = () => document.getElementById('group-detail')?.textContent ?? null;
    let last = now();
    new MutationObserver(() => {
      const text = now();
      if (text !== null && text !== last) seen.push(text);
      last = text ?? last;
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return seen;
  });
  return () => titles.jsonValue();
}

async function openGroups(): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Asetukset' }));
  await press(page, 'Enter');
  await title('Asiakasryhmät').waitFor();
  await press(page, 'Alt+r');
  await page.getByRole('heading', { level: 1, name: 'Asiakasryhmät' }).waitFor();
}

describe('a group, by the keyboard alone', () => {
  test('is renamed and retired by a manager, and its changes stay in sight', async () => {
    await makeGroups();
    await openGroups();
    await title('Sarjakortti 10').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'j');
    await title('Selkäryhmä').waitFor();
    await tabTo(page, page.getByRole('textbox', { name: 'Ryhmän nimi' }));
    await press(page, 'Control+A');
    await page.keyboard.type('Sarjakortti 10');
    await press(page, 'Control+Enter');
    await page.getByText('Tämänniminen ryhmä on jo.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Control+A');
    await page.keyboard.type('Selkäkoulu');
    await press(page, 'Control+Enter');
    await title('Selkäkoulu').waitFor();
    await page.getByText('Nimi: Selkäryhmä → Selkäkoulu').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Poista käytöstä' }));
    await press(page, 'Enter');
    await page.getByRole('row', { name: /Selkäkoulu ei käytössä/ }).waitFor();
    await page.getByText('Poistettu käytöstä').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('shows its customers from its word on a card, and opens their cards', async () => {
    await makeGroups();
    await lock(page);
    await changeTo(page, 'reception');
    await press(page, 'F2');
    await page.keyboard.type('aalto');
    await page.getByRole('option', { name: /Aaltonen/ }).waitFor();
    await press(page, 'Enter');
    await tabTo(page, page.getByRole('button', { name: 'Selkäryhmä' }));
    await press(page, 'Enter');
    await title('Selkäryhmä').waitFor();
    const rows = members('Selkäryhmä').locator('tbody tr');
    await expect
      .poll(() => rows.allTextContents())
      .toEqual([
        expect.stringContaining('Aaltonen Mikko'),
        expect.stringMatching(/Mallikas Aino Helena.*suojattu/),
      ]);
    expect(await page.locator('body').textContent()).not.toContain('040 000 0182');
    expect(await page.getByRole('textbox', { name: 'Ryhmän nimi' }).count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, rows.first());
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  });

  test('keeps the name that is being typed and the focus while its use changes and it is saved', async () => {
    await makeGroups();
    await openGroups();
    await title('Sarjakortti 10').waitFor();
    await tabTo(page, nameField());
    await press(page, 'Control+A');
    await page.keyboard.type('Sarjakortti 20');
    await tabTo(page, button('Poista käytöstä'));
    await press(page, 'Enter');
    await page.getByRole('row', { name: /Sarjakortti 10 ei käytössä/ }).waitFor();
    await button('Ota käyttöön').waitFor();
    expect(await nameField().inputValue()).toBe('Sarjakortti 20');
    await hasFocus(button('Ota käyttöön'));
    await tabTo(page, nameField());
    await press(page, 'Control+Enter');
    await title('Sarjakortti 20').waitFor();
    await page.getByRole('row', { name: /Sarjakortti 20 ei käytössä/ }).waitFor();
    await page.getByText('Nimi: Sarjakortti 10 → Sarjakortti 20').waitFor();
    expect(await nameField().inputValue()).toBe('Sarjakortti 20');
    await hasFocus(nameField());
    // Nothing is left to save: the way to another group is open, and Esc changes nothing.
    await press(page, 'Escape');
    await tabTo(page, page.getByRole('row', { name: /Sarjakortti 20/ }));
    await press(page, 'k');
    await title('Selkäryhmä').waitFor();
  });

  test('shows no other group, and looks at no customers of one, on the way to a group just made', async () => {
    await makeGroups();
    await openGroups();
    await title('Sarjakortti 10').waitFor();
    await press(page, 'j');
    await title('Selkäryhmä').waitFor();
    await tabTo(page, page.getByRole('textbox', { name: 'Uusi ryhmä' }));
    await page.keyboard.type('Vesijumppa');
    const shown = await titlesFromNowOn();
    await press(page, 'Enter');
    await title('Vesijumppa').waitFor();
    expect(await shown()).toEqual(['Vesijumppa']);
  });
});
