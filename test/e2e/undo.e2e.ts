import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ConsentHistoryEntry } from '#shared/features/consents/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { openCard } from '../support/open-card.ts';
import { changeTo, lock, signIn, unlock } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let customerId: string;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
});

afterAll(() => launched?.close());

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

const lastNames = ['Virta', 'Niemi', 'Laine'];
let lastName: string;

/** A customer of each test's own, on the screen. */
beforeEach(async () => {
  customerId = uuidv7();
  lastName = lastNames.shift() ?? 'Koski';
  await value('customers', 'register', { id: customerId, form: { ...ainoMallikas, lastName }, consents: [] });
  await openCard(page, lastName, name());
});

const name = () => `${lastName} Aino Helena`;

const refusal = () => page.getByRole('dialog', { name: 'Kirjausta ei voitu kumota' });

/** By a slip: e-mail, prohibits, orally. */
async function recordProhibition(): Promise<void> {
  const panel = page.getByRole('dialog', { name: 'Kirjaa muutos' });
  await press(page, 'F6');
  await panel.waitFor();
  await press(page, 'Space', 'k', 'Tab', 'Space', 'Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await page.getByText('Suoramarkkinointi: kielto kirjattu').waitFor();
}

async function recorded(): Promise<Pick<ConsentHistoryEntry, 'act' | 'isUndone'>[]> {
  const { history } = await value<{ history: ConsentHistoryEntry[] }>('consents', 'ofCustomer', {
    customerId,
  });
  return history.map(({ act, isUndone }) => ({ act, isUndone }));
}

/** What somebody else recorded of the same meanwhile. */
function recordOther(): Promise<unknown> {
  return value('consents', 'record', {
    customerId,
    entry: {
      id: uuidv7(),
      purpose: 'direct-marketing',
      channels: ['email'],
      act: 'prohibition-withdrawn',
      wordingId: null,
      language: 'fi',
      way: 'orally',
      note: '',
    },
  });
}

describe('Ctrl+Z tells in words why it takes nothing back', () => {
  test('of an entry that was taken back already', async () => {
    await press(page, 'F4');
    await page
      .getByRole('radio', { name: /Hieronta/ })
      .first()
      .waitFor();
    await press(page, '4', 'Control+Enter');
    await page.getByText('Käynti tallennettu, 62,00\u00a0€').waitFor();
    await tabTo(page, page.getByRole('button', { name: /^Toiminnot/ }));
    await press(page, 'Enter');
    await page.getByRole('menuitem', { name: 'Mitätöi kirjaus' }).waitFor();
    await press(page, 'End', 'Enter');
    await page.getByRole('dialog', { name: 'Mitätöidäänkö kirjaus?' }).waitFor();
    await page.keyboard.type('Väärä asiakas');
    await press(page, 'Control+Enter');
    await page.getByText('Kirjaus mitätöity', { exact: true }).waitFor();
    await press(page, 'Alt+1', 'Control+Z');
    await refusal().getByText('Kirjaus on jo mitätöity.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Escape');
    await refusal().waitFor({ state: 'detached' });
    const { count } = await value<{ count: number }>('visits', 'ofCustomer', {
      customerId,
      show: 'all',
      before: null,
    });
    expect(count).toBe(0);
  });

  test('of an answer after which something else was recorded of the same', async () => {
    await recordProhibition();
    await recordOther();
    await press(page, 'Control+Z');
    await refusal().getByText('Suoramarkkinointi: kielto kirjattu').waitFor();
    await refusal()
      .getByText(/samasta asiasta on sen jälkeen kirjattu muuta/)
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press(page, 'Escape');
    await refusal().waitFor({ state: 'detached' });
    expect(await recorded()).toEqual([
      { act: 'prohibition-withdrawn', isUndone: false },
      { act: 'prohibited', isUndone: false },
    ]);
  });
});

test('a lock takes the offer to undo away, from the person who comes back and from the next one', async () => {
  await recordProhibition();
  await page.getByRole('button', { name: /^Kumoa/ }).waitFor();
  await lock(page);
  await unlock(page);
  await page.getByRole('heading', { level: 1, name: name() }).waitFor();
  expect(await page.getByRole('button', { name: /^Kumoa/ }).count()).toBe(0);
  await press(page, 'Alt+1', 'Control+Z');
  // Written after whatever the key may have asked for, as the register writes one thing after another.
  await recordOther();
  expect(await recorded()).toEqual([
    { act: 'prohibition-withdrawn', isUndone: false },
    { act: 'prohibited', isUndone: false },
  ]);

  await recordProhibition();
  await lock(page);
  await changeTo(page, 'manager');
  await openCard(page, lastName, name());
  await press(page, 'Alt+1', 'Control+Z');
  await recordOther();
  expect((await recorded()).map(({ isUndone }) => isUndone)).toEqual([false, false, false, false]);
  expect(await refusal().count()).toBe(0);
});
