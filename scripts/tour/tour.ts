import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchApp } from '#test/support/app.ts';
import { editCustomer, lookAtCard } from './card.ts';
import { recordConsents } from './consents.ts';
import { findCustomer, registerCustomer } from './customer.ts';
import { lockAndUnlock, signOut } from './door.ts';
import { setUpOffice } from './first-run.ts';
import { addPerson, verifyLog } from './oversight.ts';
import { exportReport } from './report.ts';
import { TourGuide } from './tour-guide.ts';
import { logShortestVisit, logVisit, lookAtDay } from './visit.ts';

/**
 * Goes through the main job in the real app with the keyboard alone.
 * @param out folder for the pictures, the exported report, the times and a copy of the register
 * @throws an error that names the step that did not work
 */
export async function tour(out: string): Promise<void> {
  const target = resolve(out);
  await mkdir(target, { recursive: true });
  const pictures = join(target, 'screenshots');
  await removeEarlier(target);
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-tour-'));
  const [dataDir, backups] = [join(parent, 'data'), join(parent, 'Varmuuskopiot')];
  for (const folder of [dataDir, backups]) await mkdir(folder);
  const launched = await launchApp({ dataDir });
  try {
    const guide = await TourGuide.start(launched.app, launched.page, pictures);
    await setUpOffice(guide, backups);
    await registerCustomer(guide);
    await findCustomer(guide);
    await logVisit(guide);
    await recordConsents(guide);
    await logShortestVisit(guide);
    await editCustomer(guide);
    await exportReport(guide, target);
    await lookAtCard(guide);
    await lockAndUnlock(guide);
    await lookAtDay(guide);
    await addPerson(guide);
    await verifyLog(guide);
    await signOut(guide, backups);
    await writeFile(join(target, 'tour.json'), `${JSON.stringify(guide.records, null, 2)}\n`);
    await launched.close();
    await cp(join(dataDir, 'register'), join(target, 'register'), { recursive: true });
  } finally {
    await launched.close();
    await rm(parent, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** What an earlier tour left, so that nothing of it passes for the result of this one. */
async function removeEarlier(folder: string): Promise<void> {
  const made = /^(screenshots|register|tour\.json|report\.(pdf|json)|tarkastusraportti-.*\.zip)$/;
  for (const name of (await readdir(folder)).filter((one) => made.test(one))) {
    await rm(join(folder, name), { recursive: true });
  }
}
