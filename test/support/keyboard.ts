import type { Locator, Page } from 'playwright';

const mostSteps = 80;

/** Presses the keys one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/**
 * Goes to a control as a person without a mouse does: with Tab, from wherever the focus is.
 * @throws Error when the control is not among the next eighty
 */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  const isThere = () => control.evaluate((element) => element === element.ownerDocument.activeElement);
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${control}`);
}
