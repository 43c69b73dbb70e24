import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';

test('a register whose key file is damaged is explained, and nothing in it is touched', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'vastaanotto-e2e-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10 }));
  const vault = join(dataDir, 'register', 'vault.json');
  await cp(inject('registerTemplate'), join(dataDir, 'register'), { recursive: true });
  await truncate(vault, 200);
  const before = await readFile(vault);

  const { page, close } = await launchApp({ dataDir });
  onTestFinished(close);
  await page.getByRole('heading', { name: 'Rekisteriä ei voi avata' }).waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Tarkista uudelleen' }).press('Enter');
  await page.getByRole('heading', { name: 'Rekisteriä ei voi avata' }).waitFor();
  expect(await readFile(vault)).toEqual(before);
});
