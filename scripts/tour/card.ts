import { customer } from './people.ts';
import type { TourGuide } from './tour-guide.ts';

/** Every tab of the open card by its own key. */
export async function lookAtCard(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step("Look at the card's tabs", async () => {
    const tabs = page.getByRole('tablist', { name: 'Asiakkaan tiedot' }).getByRole('tab');
    for (let number = 1; number <= (await tabs.count()); number += 1) {
      await keys.press(`Alt+${number}`);
      await page
        .getByRole('tab', { selected: true })
        .and(tabs.nth(number - 1))
        .waitFor();
      await guide.settled();
      await guide.picture(`card-tab-${number}`, { inDark: true, whenQuiet: true });
    }
    await keys.press('Alt+1');
  });
}

/** She has a new phone number, told by herself. */
export async function editCustomer(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Edit the customer', async () => {
    await keys.press('F8');
    await page.getByRole('heading', { name: 'Muokkaa tietoja' }).waitFor();
    await keys.fill(page.getByRole('textbox', { name: 'Puhelin' }), customer.laterPhone);
    await keys.choose(page.getByRole('radio', { name: 'Asiakas itse' }));
    await guide.picture('edit', { whenQuiet: true });
    await keys.press('Control+Enter');
    await page.getByText('Muutokset on tallennettu').waitFor();
    await page
      .getByRole('region', { name: 'Asiakaskortti' })
      .getByText(customer.laterPhone)
      .first()
      .waitFor();
    await guide.picture('edited');
  });
}
