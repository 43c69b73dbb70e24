import type { Page } from 'playwright';

/** Opens a main view by the name of its tab, whatever its number is for this person. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
}
