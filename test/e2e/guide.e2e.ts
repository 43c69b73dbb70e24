import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signIn(launched.page);
});

afterAll(() => launched?.close());

test('the guide opens from F1, and a chapter chosen by keyboard is where reading goes on', async () => {
  const { page } = launched;
  await page.keyboard.press('F1');
  const open = page.getByRole('dialog').getByRole('button', { name: 'Avaa käyttöopas' });
  await open.focus();
  await page.keyboard.press('Enter');
  const chapter = page.getByRole('navigation').getByRole('button', { name: 'Käynnin kirjaaminen' });
  await chapter.focus();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: 'Käynnin kirjaaminen' });
  await expect.poll(() => heading.evaluate((one) => one === document.activeElement)).toBe(true);
  const { top } = await heading.evaluate((one) => one.getBoundingClientRect());
  expect(top).toBeLessThan(200);
});

test('every picture of the guide is shown without a network', async () => {
  const { page } = launched;
  const pictures = page.getByRole('article').locator('img');
  expect(await pictures.count()).toBeGreaterThan(5);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
      .toBe(1366);
  }
});

test('the guide has no obstacle for a screen reader in either theme', async () => {
  const { page } = launched;
  expect(await axeProblems(page)).toEqual([]);
});
