import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { people } from '../support/people.ts';
import { lock, signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
const customerId = uuidv7();

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  const form = { ...ainoMallikas, contactProtected: true };
  expect(
    await callBridge(page, 'customers', 'register', { id: customerId, form, consents: [] }),
  ).toMatchObject({
    ok: true,
  });
});

afterAll(() => launched?.close());

const type = (text: string) => page.keyboard.type(text);
const field = (name: string) => page.getByRole('textbox', { name });
const dialog = () => page.getByRole('dialog', { name: 'Muokkaa suojattuja tietoja' });

async function giveReason(reason: string): Promise<void> {
  await dialog().waitFor();
  await type(reason);
  await press(page, 'Enter');
  await field('Puhelin').waitFor();
}

async function write(name: string, text: string): Promise<void> {
  await tabTo(page, field(name));
  await press(page, 'Control+a');
  await type(text);
}

async function edit(reason: string, changes: Readonly<Record<string, string>>): Promise<void> {
  await press(page, 'F2');
  await type('mallikas');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();
  await press(page, 'F8');
  await giveReason(reason);
  for (const [name, text] of Object.entries(changes)) await write(name, text);
  await tabTo(page, page.getByRole('radio', { name: 'Asiakas itse' }));
  await press(page, 'Space');
}

test('two people change protected contact details: the later one sees what and chooses field by field', async () => {
  await edit('Uusi numero', { Puhelin: '050 000 0311', Sähköposti: 'aino.uusi@posti.example' });
  await lock(page);
  await press(page, 'Control+U');
  await signIn(page, 'manager');
  await edit('Asiakas soitti', { Kutsumanimi: 'Ainu', Puhelin: '050 000 0999' });
  await press(page, 'Control+Enter');
  await page.getByText('Muutokset on tallennettu').first().waitFor();
  await lock(page);
  await press(page, 'Control+U');
  await signIn(page, 'reception');

  await page
    .getByRole('status')
    .filter({ hasText: /tietojen muokkaus/ })
    .waitFor();
  await press(page, 'Alt+J');
  await giveReason('Uusi numero, kesken jäänyt');
  await expect.poll(() => field('Puhelin').inputValue()).toBe('050 000 0311');
  await press(page, 'Control+Enter');
  const conflict = page.getByRole('alert').filter({ hasText: people.manager.name });
  await conflict.getByText('Tuotu lomakkeelle: Kutsumanimi.').waitFor();
  expect(await field('Kutsumanimi').inputValue()).toBe('Ainu');
  expect(await conflict.getByRole('radiogroup').count()).toBe(1);
  expect(await conflict.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);

  await press(page, 'Control+Enter');
  await conflict.getByText('Valitse ensin, mitkä tiedot jäävät voimaan.').waitFor();
  await tabTo(page, conflict.getByRole('radio', { name: /050 000 0999/ }));
  await press(page, 'Space', 'Control+Enter');
  await page.getByText('Muutokset on tallennettu').first().waitFor();
  await page.getByRole('heading', { level: 1, name: 'Mallikas Aino Helena' }).waitFor();

  const kept = await callBridge(page, 'customers', 'revealContact', { customerId, reason: 'Tarkistus' });
  expect(kept).toMatchObject({
    ok: true,
    value: { phone: '+358500000999', email: 'aino.uusi@posti.example' },
  });
  await page.getByText('kutsutaan Ainu').waitFor();
  const history = await callBridge(page, 'customers', 'history', { customerId, before: null });
  const changes = history.ok ? (history.value as { changes: { field: string; by: string }[] }).changes : [];
  expect(changes.map(({ field: what, by }) => `${what} ${by}`).sort()).toEqual([
    `email ${people.reception.name}`,
    `nameInUse ${people.manager.name}`,
    `phone ${people.manager.name}`,
  ]);
});
