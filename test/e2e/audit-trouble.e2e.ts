import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '#main/register/database/open.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { addRows } from '../support/audit-rows.ts';
import { axeProblems } from '../support/axe.ts';
import { testClient } from '../support/client.ts';
import { tabTo } from '../support/keyboard.ts';
import { type Person, people, testPassword } from '../support/people.ts';
import { whileRegisterRests } from '../support/processes.ts';
import { fileOf } from '../support/register-file.ts';
import { signIn } from '../support/sign-in.ts';
import { type Tamperer, tamper } from '../support/tamper.ts';

let folder: string;
let launched: LaunchedApp | undefined;
let page: Page;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-log-trouble-'));
  await cp(inject('registerTemplate'), folder, { recursive: true });
});

afterEach(async () => {
  await launched?.close();
  launched = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function withRows(count: number): Promise<void> {
  const database = await openDatabase(await fileOf(folder));
  await addRows(database, count);
  await database.close();
}

/** Signs in and out below the screens, and so signs the log as it then is. */
async function signsTheLog(person: Person): Promise<void> {
  const client = testClient(folder);
  await client.call('auth', 'unlock', { who: { typedName: people[person].name }, password: testPassword });
  await client.dispatch.close('signed-out');
}

async function tampered(work: (log: Tamperer) => Promise<void>): Promise<void> {
  await tamper(await fileOf(folder), work);
}

async function start(): Promise<void> {
  launched = await launchApp({ register: folder });
  page = launched.page;
  await signIn(page, 'manager');
}

async function openLog(): Promise<void> {
  await page.keyboard.press('Control+4');
  await page.getByRole('heading', { level: 1, name: 'Tapahtumaloki' }).waitFor();
}

async function verifiedFindings(): Promise<string[]> {
  await page.keyboard.press('F5');
  await findings().waitFor();
  return findings().getByRole('listitem').allTextContents();
}

const findings = () => page.getByRole('alert').filter({ hasText: 'Löydöt' });

describe('a log that somebody has touched', () => {
  test('is gone through with F5, and each finding says which rows and what was done to them', async () => {
    await withRows(200);
    await signsTheLog('reception');
    await tampered(async (log) => {
      await log.change(20, { actor_name: 'Joku Muu' });
      await log.changeAndSeal(30, { actor_name: 'Joku Muu' });
      await log.remove(40, 42);
      await log.remove(50, 50);
      await log.swap(80, 81);
      await log.renumber(120, 1);
      await log.insert({ ...(await log.row(119)), id: uuidv7(), sequence: 120 });
    });
    await start();
    await openLog();
    expect(await verifiedFindings()).toEqual([
      'Riviä 20 on muutettu.',
      'Riviä 30 on muutettu ja sen tiiviste on laskettu uudelleen. Myös aiemmat rivit viimeisimpään allekirjoitukseen asti voivat olla vääriä.',
      'Rivit 40–42 on poistettu.',
      'Rivi 50 on poistettu.',
      'Rivi 80 on siirretty: se kirjoitettiin riviksi 81.',
      'Rivi 81 on siirretty: se kirjoitettiin riviksi 80.',
      'Rivi 120 on lisätty jälkikäteen.',
    ]);
    await page.getByText('kerro pääkäyttäjälle', { exact: false }).first().waitFor();
    await page.getByRole('heading', { name: 'Lokista löytyi 7 poikkeamaa' }).waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'Piilota löydöt' }));
    await page.keyboard.press('Enter');
    await findings().waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Lokista löytyi 7 poikkeamaa' }).waitFor();
  });

  test('whose end was cut off warns the manager at once, and the finding says from which row on', async () => {
    await withRows(50);
    await signsTheLog('reception');
    await tampered((log) => log.remove(40, 1000));
    await start();
    await page.getByRole('alert').filter({ hasText: 'Lokista puuttuu' }).first().waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await openLog();
    const [cut, ...others] = await verifiedFindings();
    expect(cut).toBe(
      'Lokin loppu on katkaistu rivistä 40 alkaen tai jo aiemmin. Allekirjoitusten mukaan rivejä oli ainakin 53.',
    );
    expect(others).toEqual([]);
    await page.getByText('Ohjelma on kirjoittanut lokia tämän jälkeen rivistä 40 alkaen.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('an older file put back', () => {
  test('as the database lacks what the vault knows to be signed: every manager is warned until they have read it', async () => {
    await withRows(10);
    const { file } = await fileOf(folder);
    await copyFile(file, `${folder}.older`);
    await signsTheLog('reception');
    for (const end of ['-wal', '-shm']) await rm(`${file}${end}`, { force: true });
    await copyFile(`${folder}.older`, file);
    await rm(`${folder}.older`);
    await start();
    const warning = page.getByRole('alert').filter({ hasText: people.reception.name });
    await warning.waitFor();
    expect(await warning.textContent()).toMatch(
      /Lokista puuttuu rivi \d+, jonka Helmi Testola allekirjoitti .* kerro pääkäyttäjälle/,
    );
    expect(await axeProblems(page)).toEqual([]);
  });
});

describe('the page of the log', () => {
  test('says that it is loading, and tells how far a verification has come, which can be stopped', async () => {
    await withRows(60_000);
    await start();
    await whileRegisterRests(launched as LaunchedApp, async () => {
      await openLog();
      await page.getByRole('status', { name: 'Haetaan tapahtumia' }).waitFor();
      expect(await axeProblems(page)).toEqual([]);
    });
    await page.getByText('Lokiketjua ei ole tarkistettu').waitFor();
    await page.keyboard.press('F5');
    await page.getByRole('progressbar').waitFor();
    await whileRegisterRests(launched as LaunchedApp, async () => {
      expect(await axeProblems(page)).toEqual([]);
      await tabTo(page, page.getByRole('button', { name: 'Keskeytä' }));
      await page.keyboard.press('Enter');
    });
    await page.getByText('Tarkistus keskeytettiin. Lokia ei käyty loppuun.').waitFor();
    expect(await axeProblems(page)).toEqual([]);
  });

  test('says what to do when the rows cannot be read', async () => {
    await tampered(({ connection }) => connection.exec('ALTER TABLE audit_marks RENAME TO elsewhere'));
    await start();
    await openLog();
    await page.getByText('Lokiketjun tilaa ei saatu luettua.').waitFor();
    await page
      .getByRole('alert')
      .getByText(/Toiminto ei onnistunut.*viite/)
      .waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: 'Yritä uudelleen' }));
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/Toiminto ei onnistunut.*viite/)
      .waitFor();
  });
});
