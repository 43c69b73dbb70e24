import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Draft } from '#shared/features/drafts/contract.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { valueFromBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { tabTo } from '../support/keyboard.ts';
import { openCard } from '../support/open-card.ts';
import { changeTo, lock, signIn, unlock } from '../support/sign-in.ts';

let dataDir: string;
let launched: LaunchedApp;
let page: Page;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-panel-drafts-'));
  await start(inject('registerTemplate'));
});

afterEach(async () => {
  await launched?.close();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
});

async function start(register?: string): Promise<void> {
  launched = await launchApp({ dataDir, ...(register !== undefined && { register }) });
  page = launched.page;
  await signIn(page, 'all');
}

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const type = (text: string) => page.keyboard.type(text);
const dialog = (name: string) => page.getByRole('dialog', { name });
const offer = (words: RegExp) => page.getByRole('status').filter({ hasText: words });

const value = <T>(feature: string, name: string, input?: unknown) =>
  valueFromBridge<T>(page, feature, name, input);

const kept = () => value<Draft[]>('drafts', 'mine');
const isKept = () => expect.poll(async () => (await kept()).length).toBe(1);

/** What the newest draft holds, as JSON. */
async function keptValues(): Promise<string> {
  const [newest] = await kept();
  return newest ? (await value<{ values: string }>('drafts', 'open', { id: newest.id })).values : '';
}

/** Locks the register, looks at what the lock screen says, and comes back. */
async function lockAndReturn(words: string): Promise<void> {
  await lock(page);
  await page.getByText(words).waitFor();
  await unlock(page);
}

async function openCustomer(): Promise<string> {
  const id = uuidv7();
  await value('customers', 'register', { id, form: ainoMallikas, consents: [] });
  await openCard(page, 'mall', 'Mallikas Aino Helena');
  return id;
}

describe('what was typed in the price list', () => {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  const detail = (name: string) => page.getByRole('complementary', { name });

  async function openPriceList(): Promise<void> {
    await tabTo(page, page.getByRole('link', { name: 'Asetukset' }));
    await press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Hinnasto ja tekijät' }).waitFor();
    await press('F8');
    await detail('Fysioterapia 45 min').waitFor();
  }

  test('of a price goes on in its row, also from elsewhere, and is saved', async () => {
    await openPriceList();
    await press('j', 'j', 'j');
    await detail('Hieronta 60 min').waitFor();
    await tabTo(page, field('Nimi'));
    await press('Control+A');
    await type('Hieronta 65 min');
    await press('Tab', 'Tab');
    await type('65');
    await isKept();
    await lockAndReturn('Keskeneräinen hinnaston muutos on tallessa salattuna ja odottaa sinua.');
    await offer(/Kesken jäi: hinnaston muutos.*Hieronta 60 min/).waitFor();
    await press('Control+1');
    await press('Alt+J');
    await detail('Hieronta 60 min').waitFor();
    await expect.poll(() => field('Nimi').inputValue()).toBe('Hieronta 65 min');
    await expect.poll(() => field('Hinta').inputValue()).toBe('65,00');
    await press('Control+Enter');
    await detail('Hieronta 65 min').waitFor();
    await page.getByText(/Hinta .* alkaen: 65,00/).waitFor();
    await expect.poll(kept).toEqual([]);
  });

  test('of a price goes on as it was typed last, not as it was kept, when the row changes', async () => {
    await openPriceList();
    await tabTo(page, field('Nimi'));
    await press('Control+A');
    await type('Fysioterapia 50 min');
    await isKept();
    await lockAndReturn('Keskeneräinen hinnaston muutos on tallessa salattuna ja odottaa sinua.');
    await offer(/hinnaston muutos/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field('Nimi').inputValue()).toBe('Fysioterapia 50 min');
    await tabTo(page, field('Nimi'));
    await press('End');
    await type(' kotona');
    await tabTo(page, page.getByRole('button', { name: 'Poista käytöstä tänään' }));
    await press('Enter');
    await page.getByRole('button', { name: 'Ota taas käyttöön' }).waitFor();
    expect(await field('Nimi').inputValue()).toBe('Fysioterapia 50 min kotona');
    await press('Control+Enter');
    await detail('Fysioterapia 50 min kotona').waitFor();
    await expect.poll(kept).toEqual([]);
    // The next change of the same row is a draft of its own.
    await tabTo(page, field('Nimi'));
    await press('End');
    await type('!');
    await isKept();
  });

  test('of a new practitioner goes on, and is gone once it is added or given up', async () => {
    await openPriceList();
    await press('Alt+3', 'F3');
    await detail('Uusi tekijä').waitFor();
    await type('Lotta Koe');
    await lockAndReturn('Keskeneräinen uusi tekijä on tallessa salattuna ja odottaa sinua.');
    await offer(/Kesken jäi: uusi tekijä.*Lotta Koe/).waitFor();
    await press('Alt+J');
    await detail('Uusi tekijä').waitFor();
    await expect.poll(() => field('Nimi').inputValue()).toBe('Lotta Koe');
    await press('Control+Enter');
    await detail('Lotta Koe').waitFor();
    await expect.poll(kept).toEqual([]);
    await tabTo(page, field('Nimi'));
    await type('pelto');
    await isKept();
    await press('Escape');
    await expect.poll(() => field('Nimi').inputValue()).toBe('Lotta Koe');
    await expect.poll(kept).toEqual([]);
  });

  test('of a price that somebody else changed meanwhile is not saved over theirs', async () => {
    await openPriceList();
    await tabTo(page, field('Nimi'));
    await press('Control+A');
    await type('Fysioterapia 50 min');
    await isKept();
    await lock(page);
    await changeTo(page, 'manager');
    const list = await value<{ items: { id: string; name: string; version: number }[] }>(
      'visits',
      'wholePriceList',
    );
    const item = list.items.find(({ name }) => name === 'Fysioterapia 45 min');
    const rename = { id: item?.id, expectedVersion: item?.version, name: 'Fysioterapia 40 min', minutes: 40 };
    await value('visits', 'editItem', rename);
    await lock(page);
    await changeTo(page, 'all');
    await offer(/hinnaston muutos/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field('Nimi').inputValue()).toBe('Fysioterapia 50 min');
    await press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: 'Joku muu muutti samaa kohtaa.' }).waitFor();
    await press('Escape');
    await expect.poll(() => field('Nimi').inputValue()).toBe('Fysioterapia 40 min');
    await expect.poll(kept).toEqual([]);
  });
});

describe('what was typed on the page of the groups', () => {
  const title = (name: string) => page.getByRole('heading', { level: 2, name });
  const field = (name: RegExp) => page.getByRole('textbox', { name });

  async function openGroups(): Promise<void> {
    for (const name of ['Aamuryhmä', 'Selkäryhmä']) {
      await value('customers', 'addGroup', { id: uuidv7(), name });
    }
    await tabTo(page, page.getByRole('link', { name: 'Asetukset' }));
    await press('Enter');
    await title('Asiakasryhmät').waitFor();
    await press('Alt+R');
    await title('Aamuryhmä').waitFor();
  }

  test('as a name goes on in its group, also from elsewhere, and is offered no more once it is saved', async () => {
    await openGroups();
    await press('j');
    await title('Selkäryhmä').waitFor();
    await tabTo(page, field(/Ryhmän nimi/));
    await press('Control+A');
    await type('Selkäkoulu');
    await lockAndReturn('Keskeneräinen ryhmän nimi on tallessa salattuna ja odottaa sinua.');
    await offer(/Kesken jäi: ryhmän nimi.*Selkäryhmä/).waitFor();
    await press('Control+1');
    await press('Alt+J');
    await title('Selkäryhmä').waitFor();
    await expect.poll(() => field(/Ryhmän nimi/).inputValue()).toBe('Selkäkoulu');
    expect(await axeProblems(page)).toEqual([]);
    await press('Control+Enter');
    await title('Selkäkoulu').waitFor();
    await expect.poll(kept).toEqual([]);
    await tabTo(page, field(/Ryhmän nimi/));
    await press('End');
    await type('t');
    await isKept();
    await press('Escape');
    await expect.poll(() => field(/Ryhmän nimi/).inputValue()).toBe('Selkäkoulu');
    await expect.poll(kept).toEqual([]);
  });

  test('as a new word stays while groups are looked at and goes on after the app was killed', async () => {
    await openGroups();
    await tabTo(page, field(/Uusi ryhmä/));
    await type('Vesijumppa');
    await expect.poll(keptValues).toContain('Vesijumppa');
    await tabTo(page, page.getByRole('row', { name: /Aamuryhmä/ }));
    await press('j');
    await title('Selkäryhmä').waitFor();
    expect(await field(/Uusi ryhmä/).inputValue()).toBe('Vesijumppa');
    await launched.close();
    await start();
    await offer(/Kesken jäi: uusi ryhmä.*Vesijumppa/).waitFor();
    await press('Alt+J');
    await expect.poll(() => field(/Uusi ryhmä/).inputValue()).toBe('Vesijumppa');
    await tabTo(page, field(/Uusi ryhmä/));
    await press('Enter');
    await title('Vesijumppa').waitFor();
    expect(await field(/Uusi ryhmä/).inputValue()).toBe('');
    await expect.poll(kept).toEqual([]);
  });
});

describe('what was typed in a panel of the card', () => {
  test('goes on after the app was killed, and is offered no more once it is saved', async () => {
    await openCustomer();
    await press('Alt+m');
    await dialog('Lisää tieto').waitFor();
    await press('Space', 'Tab');
    await type('Saapuu pyörällä');
    // all of it, and not what an earlier second had kept
    await expect.poll(keptValues).toContain('Saapuu pyörällä');
    await launched.close();
    await start();
    await offer(/Kesken jäi: uusi tieto.*Mallikas Aino/).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await press('Alt+J');
    const note = dialog('Lisää tieto').getByRole('textbox', { name: 'Muistiinpano' });
    await expect.poll(() => note.inputValue()).toBe('Saapuu pyörällä');
    await tabTo(page, page.getByRole('radio', { name: 'Asiakas itse' }));
    await press('Space', 'Control+Enter');
    await dialog('Lisää tieto').waitFor({ state: 'detached' });
    await page.getByText('Saapuu pyörällä').waitFor();
    expect(await kept()).toEqual([]);
    await launched.close();
    await start();
    expect(await offer(/Kesken jäi/).count()).toBe(0);
  });

  test('is thrown away by Esc, after a question', async () => {
    await openCustomer();
    await press('Alt+m');
    await dialog('Lisää tieto').waitFor();
    await press('Space', 'Tab');
    await type('Saapuu pyörällä');
    await isKept();
    await press('Escape');
    await page.getByRole('button', { name: 'Hylkää tiedot' }).press('Enter');
    await dialog('Lisää tieto').waitFor({ state: 'detached' });
    await expect.poll(kept).toEqual([]);
  });

  test('of the groups keeps the choice and the word that was being typed', async () => {
    await value('customers', 'addGroup', { id: uuidv7(), name: 'Senioritanssi' });
    const customerId = await openCustomer();
    await press('Alt+r');
    await dialog('Ryhmät').waitFor();
    await press('Space');
    await tabTo(page, page.getByRole('textbox', { name: 'Uusi ryhmä' }));
    await type('Aamu');
    await lockAndReturn('Keskeneräinen ryhmien muutos on tallessa salattuna ja odottaa sinua.');
    await offer(/Kesken jäi: ryhmien muutos.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    const chip = dialog('Ryhmät').getByRole('checkbox', { name: 'Senioritanssi' });
    await expect.poll(() => chip.isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Uusi ryhmä' }).inputValue()).toBe('Aamu');
    await press('Control+Enter');
    await dialog('Ryhmät').waitFor({ state: 'detached' });
    const card = await value<{ records: unknown[] }>('customers', 'card', { customerId });
    expect(card.records).toMatchObject([{ record: { kind: 'group', name: 'Senioritanssi' } }]);
    expect(await kept()).toEqual([]);
  });

  test('of the ground of a restriction, and of its end, goes on and is saved', async () => {
    await openCustomer();
    await tabTo(page, page.getByRole('button', { name: 'Rajoita käsittelyä…' }));
    await press('Enter');
    await dialog('Rajoita tietojen käsittelyä').waitFor();
    await type('Osoite selvitettävänä');
    await lockAndReturn('Keskeneräinen käsittelyn rajoitus on tallessa salattuna ja odottaa sinua.');
    await offer(/käsittelyn rajoitus.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    const ground = page.getByRole('textbox', { name: 'Rajoituksen peruste' });
    await expect.poll(() => ground.inputValue()).toBe('Osoite selvitettävänä');
    expect(await axeProblems(page)).toEqual([]);
    await press('Enter');
    await page.getByText('Käsittely rajoitettu', { exact: true }).waitFor();
    expect(await kept()).toEqual([]);

    await tabTo(page, page.getByRole('button', { name: 'Lopeta rajoitus…' }));
    await press('Enter');
    await type('Osoite on oikein');
    await lockAndReturn('Keskeneräinen rajoituksen lopetus on tallessa salattuna ja odottaa sinua.');
    await offer(/rajoituksen lopetus.*Mallikas Aino/).waitFor();
    await press('Alt+J');
    const reason = page.getByRole('textbox', { name: 'Miksi rajoitus päättyy?' });
    await expect.poll(() => reason.inputValue()).toBe('Osoite on oikein');
    await press('Enter');
    await page.getByText('Käsittely rajoitettu', { exact: true }).waitFor({ state: 'detached' });
    expect(await kept()).toEqual([]);
  });
});
