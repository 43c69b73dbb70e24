import type { Locator, Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { PriceListItem } from '#shared/features/visits/price-list-contract.ts';
import type { Family } from '#shared/rpc/procedure.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { failReads, makeStale } from '../support/failing-reads.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';
import { visitOf } from '../support/visits.ts';

let launched: LaunchedApp;
let page: Page;
const customerId = uuidv7();

const value = <T>(feature: string, name: string, input: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'all');
  await fill();
});

afterEach(() => failReads(launched, []));

afterAll(() => launched?.close());

/** Something to be seen on each screen. */
async function fill(): Promise<void> {
  await value('customers', 'register', { id: customerId, form: ainoMallikas, consents: [] });
  const groupId = uuidv7();
  await value('customers', 'addGroup', { id: groupId, name: 'Selkäryhmä' });
  await value('customers', 'setGroups', { customerId, groupIds: [groupId] });
  const { items, practitioners } = await value<{ items: PriceListItem[]; practitioners: { id: string }[] }>(
    'visits',
    'priceList',
    {},
  );
  const [item, practitionerId] = [items[0], practitioners[0]?.id];
  if (!item || !practitionerId) throw new Error('the price list has changed');
  const visit = visitOf({ customerId, practitionerId }, item, new Date(Date.now() - 60_000).toISOString());
  await value('visits', 'log', visit);
  const of = { customerId, visitId: visit.id };
  await value('visits', 'giveFeedback', { id: uuidv7(), of, rating: 5, words: 'Selkä on kuin uusi.' });
  await goTo(`/customers/${customerId}/details`);
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
}

async function goTo(path: string): Promise<void> {
  await page.evaluate((hash) => location.assign(`#${hash}`), path);
}

interface Screen {
  name: string;
  path: string;
  fails: string;
  family: Family;
  /** what is on the screen when the reading has come */
  shows: () => Locator;
}

const row = (label: string) => page.locator(`[aria-label="${label}"] tbody tr`).first();
const card = (tab: string) => `/customers/${customerId}/${tab}`;

const screens: Screen[] = [
  {
    name: 'the list of customers',
    path: '/customers',
    fails: 'customers.search',
    family: 'customers',
    shows: () => page.getByRole('option', { name: /Mallikas/ }),
  },
  {
    name: 'the card',
    path: card('details'),
    fails: 'customers.card',
    family: 'customers',
    shows: () => page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }),
  },
  {
    name: 'the visits of a customer',
    path: card('visits'),
    fails: 'visits.ofCustomer',
    family: 'visits',
    shows: () => row('Käynnit'),
  },
  {
    name: 'the consents of a customer',
    path: card('consents'),
    fails: 'consents.ofCustomer',
    family: 'consents',
    shows: () => page.getByRole('rowheader', { name: /Suoramarkkinointi/ }),
  },
  {
    name: 'what the card says of prohibitions',
    path: card('details'),
    fails: 'consents.ofCustomer',
    family: 'consents',
    shows: () => page.getByRole('region', { name: /Saanko/ }),
  },
  {
    name: 'the history of a customer',
    path: card('history'),
    fails: 'customers.history',
    family: 'customers',
    shows: () => row('Historia'),
  },
  {
    name: 'the log of a customer',
    path: card('log'),
    fails: 'audit.ofCustomer',
    family: 'audit',
    shows: () => row('Tapahtumaloki'),
  },
  {
    name: 'the day',
    path: '/visits',
    fails: 'visits.ofDay',
    family: 'visits',
    shows: () => row('Käynnit'),
  },
  {
    name: 'the feedback of a period',
    path: '/visits/feedback',
    fails: 'visits.feedbackOverview',
    family: 'visits',
    shows: () => row('Mitä sanottiin'),
  },
  {
    name: 'the groups',
    path: '/customers/groups',
    fails: 'customers.groups',
    family: 'customers',
    shows: () => row('Asiakasryhmät'),
  },
  {
    name: 'the customers of a group',
    path: '/customers/groups',
    fails: 'customers.groupMembers',
    family: 'customers',
    shows: () => row('Ryhmän Selkäryhmä asiakkaat'),
  },
  {
    name: 'the price list',
    path: '/settings/price-list',
    fails: 'visits.wholePriceList',
    family: 'visits',
    shows: () => row('Palvelut'),
  },
  {
    name: 'what was changed in the price list',
    path: '/settings/price-list',
    fails: 'visits.priceListChanges',
    family: 'visits',
    shows: () => page.getByText('Tähän tulee, kuka muutti'),
  },
  {
    name: 'the audit log',
    path: '/audit',
    fails: 'audit.list',
    family: 'audit',
    shows: () => page.getByRole('row', { name: /Mallikas/ }).first(),
  },
  {
    name: 'the accounts',
    path: '/users',
    fails: 'accounts.list',
    family: 'accounts',
    shows: () => row('Käyttäjät'),
  },
  {
    name: 'the wordings',
    path: '/wordings',
    fails: 'consents.wordings',
    family: 'consents',
    shows: () => page.getByRole('option', { name: /Suoramarkkinointi/ }),
  },
  {
    name: 'the details of the clinic',
    path: '/settings',
    fails: 'settings.clinic',
    family: 'settings',
    shows: () => page.getByText('Y-tunnus'),
  },
];

const trouble = () => page.getByRole('alert').filter({ hasText: 'Toiminto ei onnistunut' });
const again = () => trouble().getByRole('button', { name: 'Yritä uudelleen' });
const reference = async () => /KOE-\d+/.exec((await trouble().textContent()) ?? '')?.[0];
const hasFocus = (control: Locator) =>
  expect.poll(() => control.evaluate((element) => element === document.activeElement)).toBe(true);

/** Also after the button has gone that the person pressed, the keyboard goes on from a place on the screen. */
const someFocus = () =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

test('a card whose visits cannot be read does not say that there have been none', async () => {
  await failReads(launched, ['visits.ofCustomer']);
  await goTo('/guide');
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  await goTo(card('history'));
  const lastVisit = page.locator('dt:text-is("Viimeksi") + dd');
  await expect.poll(() => lastVisit.textContent()).toBe('ei tiedossa');
  await failReads(launched, []);
  await goTo(card('visits'));
  await expect.poll(() => lastVisit.textContent()).toMatch(/^\d+\.\d+\.\d{4}$/);
});

describe.each(screens)('when $name cannot be read', ({ path, fails, family, shows }) => {
  test('the first time, the screen says so and asks again by the keyboard', async () => {
    await failReads(launched, [fails]);
    await goTo('/guide');
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
    await goTo(path);
    await trouble().waitFor();
    expect(await trouble().count()).toBe(1);
    expect(await shows().count()).toBe(0);
    expect(await axeProblems(page)).toEqual([]);

    const first = await reference();
    await tabTo(page, again());
    await press(page, 'Enter');
    await expect.poll(reference).not.toBe(first);
    await hasFocus(again());

    await failReads(launched, []);
    await press(page, 'Enter');
    await shows().waitFor();
    await trouble().waitFor({ state: 'detached' });
    await someFocus();
  });

  test('anew, what was read before stays in sight', async () => {
    await goTo(path);
    await shows().waitFor();
    await failReads(launched, [fails]);
    await makeStale(launched, [family]);
    await trouble().waitFor();
    expect(await trouble().count()).toBe(1);
    expect(await trouble().textContent()).toContain('mitä haettiin viimeksi');
    await shows().waitFor();
    expect(await axeProblems(page)).toEqual([]);

    await failReads(launched, []);
    await tabTo(page, again());
    await press(page, 'Enter');
    await trouble().waitFor({ state: 'detached' });
    await shows().waitFor();
    await someFocus();
  });
});

/** Where something is typed, and what fails under it. */
const forms = [
  {
    name: 'a visit',
    path: card('visits'),
    open: () => press(page, 'F4'),
    field: () => page.getByRole('textbox', { name: 'Muistiinpano' }),
    fails: ['visits.priceList', 'visits.ofCustomer', 'customers.card'],
  },
  {
    name: 'a wording',
    path: '/wordings',
    open: () => Promise.resolve(),
    field: () => page.getByRole('textbox', { name: 'Suomeksi' }),
    fails: ['consents.wordings', 'consents.wordingHistory'],
  },
  {
    name: 'a consent',
    path: card('consents'),
    open: () => press(page, 'F6'),
    field: () => page.getByRole('radio', { name: /omakkeella/ }),
    fails: ['consents.ofCustomer', 'consents.wordings', 'customers.card'],
  },
] as const;

test.each(forms)(
  'what is typed of $name is not lost when what is under it cannot be read anew',
  async ({ path, open, field, fails }) => {
    await goTo(path);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await open();
    await field().waitFor();
    const element = await field().elementHandle();
    await failReads(launched, fails);
    await makeStale(launched, ['customers', 'visits', 'consents']);
    await trouble().first().waitFor();
    expect(await element?.evaluate((one) => one.isConnected)).toBe(true);
  },
);

test('what is typed of a customer is not lost when what somebody else saved meanwhile cannot be read', async () => {
  await goTo(`/customers/${customerId}/edit`);
  const street = page.getByRole('textbox', { name: 'Katuosoite' });
  await street.fill('Koekuja 5');
  const edited = { ...ainoMallikas, nameInUse: 'Helena', source: 'customer' as const };
  await value('customers', 'edit', { customerId, expectedVersion: 1, form: edited });
  await page.getByRole('radio', { name: 'Asiakas itse' }).press('Space');
  await failReads(launched, ['customers.forEditing']);
  await press(page, 'Control+Enter');
  await trouble().waitFor();
  expect(await street.inputValue()).toBe('Koekuja 5');
  await failReads(launched, []);
  await press(page, 'Control+Enter');
  await page.getByText('Joku muu muutti samoja tietoja').waitFor();
});
