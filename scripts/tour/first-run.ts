import { clinic, manager } from './people.ts';
import type { TourGuide } from './tour-guide.ts';

/** From an empty computer to the desk: the four steps of the wizard. @param backups folder for the copies */
export async function setUpOffice(guide: TourGuide, backups: string): Promise<void> {
  await guide.step('Set up: the clinic', () => describeClinic(guide));
  await guide.step('Set up: the first person', () => addFirstPerson(guide));
  await guide.step('Set up: the recovery key', () => keepRecoveryKey(guide));
  await guide.step('Set up: the place of backups', () => chooseBackups(guide, backups));
}

async function describeClinic(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await heading(guide, 'Kenen rekisteri tämä on?').waitFor();
  await keys.fill(page.getByLabel('Rekisterinpitäjä'), clinic.name);
  await keys.fill(page.getByLabel('Y-tunnus'), clinic.businessId);
  await keys.fill(page.getByLabel('Katuosoite'), clinic.street);
  await keys.fill(page.getByLabel('Postinumero'), clinic.postalCode);
  await page.getByText('Postinumerosta').waitFor();
  await keys.fill(page.getByLabel('Puhelin'), clinic.phone);
  await keys.fill(page.getByLabel('Sähköposti'), clinic.email);
  await keys.fill(page.getByLabel('Tietopyyntöihin vastaa'), manager.name);
  await guide.picture('set-up-clinic');
  await keys.press('Enter');
}

async function addFirstPerson(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await heading(guide, 'Ensimmäinen pääkäyttäjä').waitFor();
  await keys.fill(page.getByLabel('Nimi'), manager.name);
  await keys.fill(page.getByLabel('Salasana', { exact: true }), manager.password);
  await page.getByText('Erittäin vahva.').waitFor();
  await keys.fill(page.getByLabel('Salasana uudelleen'), manager.password);
  await keys.push(page.getByRole('button', { name: 'Lue sitoumus' }));
  await page.getByRole('dialog', { name: 'Vaitiolositoumus' }).waitFor();
  await guide.picture('set-up-confidentiality');
  await keys.push(page.getByRole('button', { name: 'Hyväksy sitoumus' }));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await guide.picture('set-up-person');
  await keys.goTo(page.getByLabel('Nimi'));
  await keys.press('Enter');
}

async function keepRecoveryKey(guide: TourGuide): Promise<void> {
  const { page, keys } = guide;
  await heading(guide, 'Tulosta palautusavain nyt').waitFor();
  const groups = await page
    .getByRole('region', { name: /palautusavain/ })
    .locator('li > span')
    .allTextContents();
  await guide.picture('set-up-recovery-key');
  await keys.push(page.getByRole('button', { name: 'Kirjoitin avaimen paperille' }));
  const labels = page.locator('form label');
  await labels.first().waitFor();
  for (const label of await labels.allTextContents()) {
    const number = Number(/\d/.exec(label)?.[0]);
    await keys.fill(page.getByLabel(label), (groups[number - 1] ?? '').toLowerCase());
  }
  await guide.picture('set-up-key-typed-back');
  await keys.press('Enter');
}

async function chooseBackups(guide: TourGuide, backups: string): Promise<void> {
  const { app, page, keys } = guide;
  await heading(guide, 'Mihin varmuuskopiot tallennetaan?').waitFor();
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, backups);
  await keys.push(page.getByRole('button', { name: 'Valitse kansio…' }));
  await page.getByRole('button', { name: 'Ota käyttöön' }).waitFor();
  await guide.picture('set-up-backups');
  await keys.push(page.getByRole('button', { name: 'Ota käyttöön' }));
  await page.getByText(/^Varmuuskopio klo \d/).waitFor();
  await guide.picture('empty-register', { inDark: true });
}

function heading({ page }: TourGuide, name: string) {
  return page.getByRole('heading', { level: 1, name });
}
