import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { readPdf, squeezed } from '../support/report-file.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-receipt-'));
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page, 'reception');
  const form = { ...ainoMallikas, language: 'sv' as const };
  const reply = await callBridge(page, 'customers', 'register', { id: uuidv7(), form, consents: [] });
  expect(reply).toMatchObject({ ok: true });
});

afterEach(async () => {
  await launched?.close();
  await rm(folder, { recursive: true, force: true });
});

test('reception prints the receipt of a visit without a mouse, in the customer’s language', async () => {
  await press(page, 'F2');
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter', 'F4');
  await page.getByRole('dialog', { name: 'Kirjaa käynti' }).waitFor();
  await press(page, '4', 'Control+Enter');
  await page.getByText('Kuitti 1…').waitFor();
  expect(await axeProblems(page)).toEqual([]);

  const file = join(folder, 'kuitti.pdf');
  await answerSaveDialog(launched.app, file);
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: 'Kuitti 1' });
  await dialog.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await tabTo(page, dialog.getByRole('checkbox', { name: 'Asiakkaan nimi kuittiin' }));
  await press(page, 'Space');
  await tabTo(page, dialog.getByRole('button', { name: 'Tallenna PDF' }));
  await press(page, 'Enter');
  await page.getByText('Kuitti on tallennettu').waitFor();
  await dialog.waitFor({ state: 'detached' });

  const pdf = await readPdf(new Uint8Array(await readFile(file)));
  expect(pdf).toMatchObject({ isTagged: true, language: 'sv', title: 'Kvitto 1' });
  for (const role of ['H1', 'Table', 'TH', 'TD']) expect(pdf.roles).toContain(role);
  for (const part of [
    'Mallilan Hoitohuone Oy',
    'FO-nummer 9999999-2',
    'Kvitto 1',
    'Hieronta 60 min',
    '62,00 €',
    'Kund Aino Helena Mallikas',
    'skattefri hälso- och sjukvård',
  ]) {
    expect(pdf.squeezed).toContain(squeezed(part));
  }
});
