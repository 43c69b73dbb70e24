import type { Page } from 'playwright';
import { press } from './keyboard.ts';

/** Finds a customer with the search and opens the card, by the keyboard. @param name `Last First`, as the card heads it */
export async function openCard(page: Page, typed: string, name: string): Promise<void> {
  await press(page, 'F2');
  await page.keyboard.type(typed);
  const [lastName = name] = name.split(' ');
  await page.getByRole('option', { name: new RegExp(lastName) }).waitFor();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
