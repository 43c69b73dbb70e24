import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { tabs } from '#renderer/app/shell/tabs.ts';
import { languages } from '#shared/values/language.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { callBridge } from '../support/bridge.ts';
import { ainoMallikas } from '../support/customers.ts';
import { cutTexts } from '../support/cut-texts.ts';
import { signIn } from '../support/sign-in.ts';

let launched: LaunchedApp;
let page: Page;
const id = uuidv7();

/** Longer than most, as the longest names and addresses of real people are. */
const longNames = {
  ...ainoMallikas,
  lastName: 'Mallikas-Esimerkkilä-Korkeamäki',
  firstNames: 'Maria Alexandra Wilhelmina Karoliina',
  email: 'maria.alexandra.mallikas-esimerkkila@sahkopostipalvelu.example',
  street: 'Pitkänsillanrannan esimerkkikatu 128 B 1024',
};

const cards = ['details', 'visits', 'consents', 'history', 'log'].map((tab) => `/customers/${id}/${tab}`);
const screens = [
  ...tabs.map(({ to }) => to),
  ...cards,
  '/customers/new',
  '/customers/groups',
  '/settings/price-list',
  '/visits/feedback',
  `/customers/${id}/edit`,
  '/guide',
];

beforeAll(async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  page = launched.page;
  await signIn(page);
  const reply = await callBridge(page, 'customers', 'register', { id, form: longNames, consents: [] });
  expect(reply).toMatchObject({ ok: true });
});

afterAll(() => launched?.close());

async function show({ width, height, zoom }: { width: number; height: number; zoom: number }): Promise<void> {
  await launched.app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(size.width, size.height);
      window?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.floor(width / zoom));
}

async function speak(language: string): Promise<void> {
  const theme = 'system';
  expect(await callBridge(page, 'desktop', 'savePreferences', { language, theme })).toMatchObject({
    ok: true,
  });
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
}

async function goTo(path: string): Promise<void> {
  await page.evaluate((hash) => location.assign(`#${hash}`), path);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** The key bar drops what does not fit, but never the key that lists all of them. */
async function showsAllKeysKey(): Promise<boolean> {
  const cap = page.getByText('F1', { exact: true });
  const bar = page.locator('footer').filter({ has: cap });
  const key = bar.getByRole('button').filter({ has: cap });
  const [around, box] = await Promise.all([bar.boundingBox(), key.boundingBox()]);
  return around !== null && box !== null && box.y + box.height <= around.y + around.height;
}

const sizes = [
  { width: 1280, height: 720, zoom: 1 },
  { width: 1366, height: 768, zoom: 1 },
  { width: 1366, height: 768, zoom: 2 },
  { width: 1920, height: 1080, zoom: 1 },
];

test('every tab of the card is among the screens', async () => {
  const chosen: string[] = [];
  for (const card of cards) {
    await goTo(card);
    chosen.push(...(await page.getByRole('tab', { selected: true }).allTextContents()));
  }
  expect(chosen).toEqual(await page.getByRole('tab').allTextContents());
});

describe.each(languages)('in the language %s no text is cut', (language) => {
  beforeAll(() => speak(language));

  test.each(sizes)('in a window of $width × $height at a zoom of $zoom', async (size) => {
    await show(size);
    const cut: Record<string, string[]> = {};
    for (const screen of screens) {
      await goTo(screen);
      const texts = await cutTexts(page, { tablesMayScroll: size.zoom > 1 });
      if (!(await showsAllKeysKey())) texts.push('F1 is not on the key bar');
      if (texts.length > 0) cut[screen.replace(id, 'id')] = texts;
    }
    expect(cut).toEqual({});
  });
});

test('nothing moves for a person who asked for less motion', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const screen of screens) {
    await goTo(screen);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          return [transitionDuration, animationDuration].some((text) =>
            text.split(',').some((part) => Number.parseFloat(part) > 0.001),
          );
        }).length,
    );
    expect(moving, screen).toBe(0);
  }
});
