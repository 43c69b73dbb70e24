import { openView } from './open-view.ts';
import type { TourGuide } from './tour-guide.ts';

const service = '3';
const product = { typed: 'kyl', name: /Kylmägeeli/ };
const note = 'Varaa seuraavan ajan itse.';

/** A visit with its service by its number, and a product that she takes along. */
export async function logVisit(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Log a visit', async () => {
    await keys.press('F4');
    const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
    await panel.waitFor();
    await keys.press(service);
    await panel.getByRole('radio', { name: /Ensikäynti/, checked: true }).waitFor();
    await keys.press('+');
    await keys.type(product.typed);
    await page.getByRole('option', { name: product.name }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await panel.getByRole('textbox', { name: 'Rivi 2', exact: true }).waitFor();
    await keys.fill(panel.getByRole('textbox', { name: 'Muistiinpano' }), note);
    await guide.picture('visit', { inDark: true, whenQuiet: true });
    await keys.press('Control+Enter');
    await page.getByText(/^Käynti tallennettu/).waitFor();
    await panel.waitFor({ state: 'detached' });
    await guide.picture('visit-saved');
  });
}

/** The keys that the commonest recording must not exceed: search, four letters, open, log, service, save. */
const shortestVisit = ['F2', 'n', 'a', 'y', 't', 'Enter', 'F4', '1', 'Control+Enter'] as const;

/** Nothing but a service, for a customer who is found by four letters. */
export async function logShortestVisit(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  const panel = page.getByRole('dialog', { name: 'Kirjaa käynti' });
  await guide.step('Log the shortest visit', async () => {
    for (const key of shortestVisit) {
      if (key === '1') await panel.waitFor();
      if (key === 'Control+Enter') await panel.getByRole('radio', { checked: true }).first().waitFor();
      if (key === 'F4') await page.getByRole('region', { name: 'Asiakaskortti' }).waitFor();
      await keys.press(key);
    }
    await page.getByText(/^Käynti tallennettu/).waitFor();
    await panel.waitFor({ state: 'detached' });
  });
}

/** What the desk did today, with the sum of each way to pay. */
export async function lookAtDay(guide: TourGuide): Promise<void> {
  await guide.step('Look at the day', async () => {
    await openView(guide, 'Käynnit');
    await guide.settled();
    await guide.picture('day', { inDark: true, whenQuiet: true });
  });
}
