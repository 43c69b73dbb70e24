import { customer } from './people.ts';
import type { TourGuide } from './tour-guide.ts';

/** A new customer at the desk, with a slip in the identity code that the form catches. */
export async function registerCustomer(guide: TourGuide): Promise<void> {
  await guide.step('Register a customer', () => fillIn(guide));
  await guide.step('Correct the identity code', () => correct(guide));
}

async function fillIn(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await keys.press('F3');
  const field = (name: string) => page.getByRole('textbox', { name });
  await keys.fill(field('Henkilötunnus'), customer.mistypedHetu);
  await keys.choose(page.getByRole('radio', { name: 'nainen' }));
  await keys.fill(field('Sukunimi'), customer.lastName);
  await keys.fill(field('Etunimet'), customer.firstNames);
  await keys.fill(field('Kutsumanimi'), customer.nameInUse);
  await keys.fill(field('Puhelin'), customer.phone);
  await keys.fill(field('Sähköposti'), customer.email);
  await keys.choose(page.getByRole('radio', { name: 'suomi' }));
  await keys.fill(field('Katuosoite'), customer.street);
  await keys.fill(field('Postinumero'), customer.postalCode);
  await keys.choose(page.getByRole('radio', { name: 'Asiakas itse' }));
  await answerFirstConsents(guide);
  await keys.press('Control+Enter');
}

async function answerFirstConsents({ page, keys }: TourGuide): Promise<void> {
  const marketing = page.getByRole('radiogroup', { name: 'Suoramarkkinointi' });
  await keys.choose(marketing.getByRole('radio', { name: 'Suostuu', exact: true }));
  await keys.tick(page.getByRole('checkbox', { name: 'Sähköposti' }));
  const surveys = page.getByRole('radiogroup', { name: 'Asiakaskyselyt' });
  await keys.choose(surveys.getByRole('radio', { name: 'Ei suostu' }));
  const profile = page.getByRole('radiogroup', { name: 'Terveysprofiili' });
  await keys.choose(profile.getByRole('radio', { name: 'Ei kysytty' }));
  await keys.choose(page.getByRole('radio', { name: 'Suullisesti' }));
}

async function correct(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  const hetu = page.getByRole('textbox', { name: 'Henkilötunnus' });
  await page.getByText(/^Korjaa vielä/).waitFor();
  await guide.picture('new-customer-error', { inDark: true });
  await keys.fill(hetu, customer.hetu);
  await page.getByText(/^Korjaa vielä/).waitFor({ state: 'hidden' });
  await guide.picture('new-customer');
  await keys.press('Control+Enter');
  await page.getByRole('region', { name: 'Asiakaskortti' }).waitFor();
  await guide.picture('customer-saved');
}

/** By the beginnings of her names, as they are heard. */
export async function findCustomer(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await guide.step('Find the customer', async () => {
    await keys.press('F2');
    await keys.type('nayte ai');
    await page.getByRole('option').first().waitFor();
    await guide.picture('search', { inDark: true, whenQuiet: true });
    await keys.press('Enter');
    await page.getByRole('region', { name: 'Asiakaskortti' }).waitFor();
    await guide.picture('card', { inDark: true, whenQuiet: true });
  });
}
