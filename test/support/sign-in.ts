import type { Page } from 'playwright';
import { type Person, people, testPassword } from './people.ts';

/** Signs in on the screen, with the keyboard, on a copy of the template register. */
export async function signIn(page: Page, person: Person = 'all'): Promise<void> {
  await page.getByRole('radio', { name: people[person].name }).press('Enter');
  await page.getByLabel('Salasana', { exact: true }).fill(testPassword);
  await page.keyboard.press('Enter');
  await atDesk(page);
}

/** Waits for the frame that only a signed-in person has. */
export async function atDesk(page: Page): Promise<void> {
  await page.getByRole('navigation').waitFor();
}

/** Locks by the key; the page is thrown away and a new one shows the name plate. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+L');
  await page.getByText(/^Lukittu klo/).waitFor();
}

/** On the lock screen, the person of the name plate comes back. */
export async function unlock(page: Page): Promise<void> {
  await page.keyboard.type(testPassword);
  await page.keyboard.press('Enter');
  await atDesk(page);
}

/** On the lock screen, another person signs in. */
export async function changeTo(page: Page, person: Person): Promise<void> {
  await page.keyboard.press('Control+U');
  await signIn(page, person);
}
