import { readdir } from 'node:fs/promises';
import { manager } from './people.ts';
import type { TourGuide } from './tour-guide.ts';

export async function lockAndUnlock(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  const card = page.getByRole('region', { name: 'Asiakaskortti' });
  await guide.step('Lock', async () => {
    await keys.press('Control+l');
    await page.getByText(/^Lukittu klo/).waitFor();
    await guide.picture('locked', { inDark: true });
  });
  await guide.step('Unlock', async () => {
    await keys.fill(page.getByLabel('Salasana', { exact: true }), manager.password);
    await keys.press('Enter');
    await card.waitFor();
    await guide.settled();
    await guide.picture('unlocked');
  });
}

/** @param backups folder where the copy of this sign-out is to be */
export async function signOut(guide: TourGuide, backups: string): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Sign out with a backup', async () => {
    await keys.push(page.getByRole('banner').getByRole('button', { name: manager.name }));
    await page.getByRole('menuitem', { name: 'Kirjaudu ulos' }).waitFor();
    await guide.picture('account-menu');
    await keys.press('Enter');
    await page.getByRole('heading', { name: 'Kuka kirjautuu?' }).waitFor();
    if (await page.getByText(/^Varmuuskopio epäonnistui/).isVisible()) throw new Error('the backup failed');
    if ((await readdir(backups)).length < 1) throw new Error('there is no backup in the chosen folder');
    await guide.picture('sign-in', { inDark: true });
  });
}
