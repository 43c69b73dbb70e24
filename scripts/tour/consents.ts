import type { TourGuide } from './tour-guide.ts';

/** Each purpose by its digit, in the order of the matrix. */
const surveys = '2';
const marketing = '1';

export async function recordConsents(guide: TourGuide): Promise<void> {
  await guide.step('Record a consent', () => recordConsent(guide));
  await guide.step('Record a prohibition', () => recordProhibition(guide));
}

async function recordConsent(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await keys.press('F6');
  await panelOf(guide).waitFor();
  await keys.press(surveys);
  await panelOf(guide).getByText('Asiakaskyselyt').first().waitFor();
  await keys.press('a');
  await keys.press('s');
  await keys.choose(page.getByRole('radio', { name: 'Suullisesti' }));
  await guide.picture('consent', { inDark: true });
  await keys.press('Control+Enter');
  await page.getByText('Asiakaskyselyt: lupa kirjattu').waitFor();
  await panelOf(guide).waitFor({ state: 'detached' });
}

async function recordProhibition(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await keys.press('F6');
  await panelOf(guide).waitFor();
  await keys.press(marketing);
  await panelOf(guide).getByText('Suoramarkkinointi').first().waitFor();
  await keys.press('a');
  await keys.press('k');
  await keys.choose(page.getByRole('radio', { name: 'Puhelimessa' }));
  await guide.picture('prohibition');
  await keys.press('Control+Enter');
  await page.getByText('Suoramarkkinointi: kielto kirjattu').waitFor();
  await panelOf(guide).waitFor({ state: 'detached' });
  await guide.picture('consents', { inDark: true, whenQuiet: true });
}

function panelOf({ page }: TourGuide) {
  return page.getByRole('dialog', { name: 'Kirjaa muutos' });
}
