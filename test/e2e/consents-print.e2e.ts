import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { expect, inject, onTestFinished, test } from 'vitest';
import { launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { answerSaveDialog } from '../support/exported-report.ts';
import { press, tabTo } from '../support/keyboard.ts';
import { readPdf, squeezed } from '../support/report-file.ts';
import { signIn } from '../support/sign-in.ts';

test('the consents of a customer are printed without a mouse, in the customer’s language', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-consents-print-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const launched = await launchApp({ register: inject('registerTemplate') });
  onTestFinished(() => launched.close());
  const { page } = launched;
  await signIn(page, 'reception');
  const [id, entryId] = [uuidv7(), uuidv7()];
  const form = { ...ainoMallikas, language: 'sv' as const };
  const common = { purpose: 'direct-marketing', channels: ['email', 'sms'], way: 'phone', note: '' };
  const entry = { id: entryId, ...common, act: 'prohibited', wordingId: null, language: 'sv' };
  await callBridge(page, 'customers', 'register', { id, form, consents: [entry] });
  await press(page, 'F2');
  await page.keyboard.type('mall');
  await page.getByRole('option', { name: /Mallikas/ }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: /Mallikas/ }).waitFor();
  await press(page, 'Alt+3');
  await page.getByRole('table', { name: 'Muutokset' }).waitFor();

  const file = join(folder, 'suostumukset.pdf');
  await answerSaveDialog(launched.app, file);
  await press(page, 'F9');
  const dialog = page.getByRole('dialog', { name: 'Tulosta suostumukset ja kiellot' });
  await dialog.waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await tabTo(page, dialog.getByRole('button', { name: 'Tallenna PDF' }));
  await press(page, 'Enter');
  await page.getByText('Luettelo on tallennettu').waitFor();
  await dialog.waitFor({ state: 'detached' });

  const pdf = await readPdf(new Uint8Array(await readFile(file)));
  expect(pdf).toMatchObject({ isTagged: true, language: 'sv' });
  for (const role of ['H1', 'Table', 'TH', 'TD']) expect(pdf.roles).toContain(role);
  for (const part of [
    'Mallilan Hoitohuone Oy',
    'Samtycken och förbud',
    'Aino Helena Mallikas',
    'Helmi Testola',
  ]) {
    expect(pdf.squeezed).toContain(squeezed(part));
  }
});
