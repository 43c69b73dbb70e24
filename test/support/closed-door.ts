import type { Page } from 'playwright';
import type { ClosedDoor } from '#shared/desktop.ts';
import { callBridge } from './bridge.ts';

const mark = 'canary-kanarialintu';

/** Leaves a mark in the page's memory, by which its successor can be told from it. */
export function markPage(page: Page): Promise<void> {
  return page.evaluate((title) => {
    document.title = title;
  }, mark);
}

/** Waits until the marked page has been replaced by a new one. */
export async function pageReplaced(page: Page): Promise<void> {
  await page.waitForFunction((title) => document.title !== title, mark);
  await page.waitForURL(/^app:\/\/vastaanotto\/index\.html/);
  await page.waitForLoadState('load');
}

/** Locks as the button does, and waits for the page at the door. */
export async function lockByBridge(page: Page): Promise<void> {
  await markPage(page);
  // The page that asks is gone before the answer.
  void callBridge(page, 'desktop', 'lock').catch(() => undefined);
  await pageReplaced(page);
}

/** What the door tells of the last closing; null while the page is being replaced. */
export async function closedDoor(page: Page): Promise<ClosedDoor | null> {
  const reply = await callBridge(page, 'desktop', 'door').catch(() => null);
  return reply?.ok ? (reply.value as ClosedDoor) : null;
}
