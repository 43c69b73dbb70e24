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
