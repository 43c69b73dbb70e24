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
  await tabUntil(page, control, () =>
    control.evaluate((element) => element === element.ownerDocument.activeElement),
  );
}

async function tabUntil(page: Page, goal: Locator, isThere: () => Promise<boolean>): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${goal}`);
}

/** Goes to the group of a choice with Tab and to the choice with the arrows, which choose as they go. */
export async function choose(page: Page, choice: Locator): Promise<void> {
  const group = choice.locator('xpath=ancestor::*[@role="radiogroup" or self::fieldset][1]');
  await tabUntil(page, choice, () =>
    group.evaluate((element) => element.contains(element.ownerDocument.activeElement)),
  );
  for (let step = 0; !(await choice.isChecked()) && step < mostSteps; step += 1) {
    await page.keyboard.press('ArrowRight');
  }
}
