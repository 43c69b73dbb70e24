import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { formatDate, today } from '#shared/values/dates.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  const customer = { id: uuidv7(), form: ainoMallikas, consents: [] };
  expect(await callBridge(page, 'customers', 'register', customer)).toMatchObject({ ok: true });
});

afterEach(() => launched?.close());

const strip = () => page.getByRole('region', { name: 'Saanko ottaa yhteyttä suoramarkkinointiin?' });
const panel = () => page.getByRole('dialog', { name: 'Kirjaa muutos' });

/** Waits until the strip says this of every one of the channels. */
async function stripSays(channels: readonly string[], answer: RegExp): Promise<void> {
  for (const channel of channels) {
    const row = strip()
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^${channel}:`) });
    await row.filter({ hasText: answer }).waitFor();
  }
}

const electronic = ['Sähköposti', 'Tekstiviesti'];
const byLaw = ['Puhelu', 'Kirje'];

test('a contact got at a sale opens e-mail and text messages until the customer forbids them, by keyboard only', async () => {
  const day = formatDate(today()).replaceAll('.', '\\.');
  await press(page, 'F2');
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter');
  await stripSays(electronic, /: ei\s*lupaa ei ole kysytty/);
  await stripSays(byLaw, /: kyllä\s*sallittu, kunnes kieltää/);

  // the sale
  await press(page, 'F4');
  await page.getByRole('dialog', { name: 'Kirjaa käynti' }).getByRole('radio').first().waitFor();
  await press(page, '4', 'Control+Enter');
  await page.getByText('Käynti tallennettu, 62,00\u00a0€').waitFor();
  await stripSays(electronic, /: ei/);

  // what was said at it
  await press(page, 'F6');
  await panel().waitFor();
  await press(page, 'Space', 'Tab', 'Space', 'm');
  await panel().getByText('Mitä asiakas osti?').waitFor();
  expect(await panel().locator('input:checked').count()).toBe(3);
  expect(await axeProblems(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await panel().locator('[aria-invalid=true]').first().waitFor();
  await stripSays(electronic, /: ei/);
  await tabTo(page, panel().getByRole('textbox', { name: 'Mitä asiakas osti?' }));
  await page.keyboard.type('Hieronta 60 min');
  await press(page, 'Tab', 'Space', 'Tab', 'Space', 'Tab', 'Space', 'Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await stripSays(electronic, new RegExp(`: kyllä\\s*asiakassuhde ${day}, vain vastaavat`));
  await stripSays(byLaw, /: kyllä\s*sallittu, kunnes kieltää/);
  expect(await axeProblems(page)).toEqual([]);

  // and the prohibition, which wins
  await press(page, 'F6');
  await panel().waitFor();
  await press(page, 'a', 'k', 'Tab', 'Space', 'Control+Enter');
  await panel().waitFor({ state: 'detached' });
  await stripSays([...electronic, ...byLaw], new RegExp(`: ei\\s*kielto ${day}`));
  for (const tab of ['Alt+1', 'Alt+2', 'Alt+4']) {
    await press(page, tab);
    await page.getByText('Suoramarkkinointikielto', { exact: true }).waitFor();
    await stripSays(electronic, /: ei/);
  }
  expect(await axeProblems(page)).toEqual([]);
});
