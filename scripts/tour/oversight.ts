import { openView } from './open-view.ts';
import { colleague } from './people.ts';
import type { TourGuide } from './tour-guide.ts';

/** A new person gets a passphrase of one use; it is in no picture. */
export async function addPerson(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Add a person', async () => {
    await openView(guide, 'Käyttäjät');
    await keys.press('F3');
    await page.getByRole('complementary', { name: 'Uusi käyttäjä' }).waitFor();
    await keys.type(colleague.name);
    await keys.press('Tab');
    await keys.press('Space');
    await guide.picture('new-person');
    await keys.press('Control+Enter');
    await page.getByRole('status', { name: 'Kertasalasana', exact: true }).waitFor();
    await keys.press('Enter');
    await page.getByRole('row', { name: new RegExp(colleague.name) }).waitFor();
    await guide.settled();
    await guide.picture('users', { inDark: true, whenQuiet: true });
  });
}

/** The manager sees what was done during this tour, and that nothing was taken out of it. */
export async function verifyLog(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Verify the audit log', async () => {
    await openView(guide, 'Tapahtumaloki');
    await keys.press('F5');
    await page.getByRole('heading', { name: 'Lokiketju on ehjä' }).waitFor();
    await guide.settled();
    await guide.picture('audit-log', { inDark: true, whenQuiet: true });
  });
}
