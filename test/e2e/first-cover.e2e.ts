import { afterEach, expect, inject, test } from 'vitest';
import { auth as en } from '#renderer/locales/en/auth.ts';
import { auth as fi } from '#renderer/locales/fi/auth.ts';
import { auth as sv } from '#renderer/locales/sv/auth.ts';
import { type LaunchedApp, launchApp } from '../support/app.ts';
import { callBridge, signInByBridge } from '../support/bridge.ts';
import { lockByBridge } from '../support/closed-door.ts';

let launched: LaunchedApp;

afterEach(() => launched?.close());

/** The page before any of its code has run. */
function pageAsServed(): Promise<string> {
  return launched.app.evaluate(async ({ session }) => {
    const answer = await session.fromPartition('page').fetch('app://vastaanotto/index.html');
    return answer.text();
  });
}

const nothing = '<div id="root"></div>';

test('the page of a closed register comes with the cover of the door, in the chosen language', async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  for (const [language, { front }] of Object.entries({ fi, sv, en })) {
    await callBridge(launched.page, 'desktop', 'savePreferences', { language, theme: 'system' });
    const page = await pageAsServed();
    expect(page).toContain(`<html lang="${language}">`);
    for (const text of [front.tab, front.encryptedText, front.loggedText]) expect(page).toContain(text);
    // The content policy would refuse and report styles and scripts inside the markup.
    expect(page.replace(/<!--.*?-->/s, '')).not.toMatch(/ style=|<style|<script(?![^>]* src=)/);
  }
});

test('whoever is signed in or has locked gets a page without the cover', async () => {
  launched = await launchApp({ register: inject('registerTemplate') });
  await signInByBridge(launched.page);
  expect(await pageAsServed()).toContain(nothing);
  await lockByBridge(launched.page);
  expect(await pageAsServed()).toContain(nothing);
});

test('where there is no register yet, the page comes without the cover', async () => {
  launched = await launchApp();
  expect(await pageAsServed()).toContain(nothing);
});
