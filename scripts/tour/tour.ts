import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchApp } from '#test/support/app.ts';
import { findCustomer, registerCustomer } from './customer.ts';
import { setUpOffice } from './first-run.ts';
import { TourGuide } from './tour-guide.ts';

/**
 * Goes through the main job in the real app with the keyboard alone.
 * @param out folder for the pictures, the exported report, the times and a copy of the register
 * @throws an error that names the step that did not work
 */
export async function tour(out: string): Promise<void> {
  const target = resolve(out);
  await mkdir(target, { recursive: true });
  const pictures = join(target, 'screenshots');
  for (const made of [pictures, join(target, 'register')]) await rm(made, { recursive: true, force: true });
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-tour-'));
  const [dataDir, backups] = [join(parent, 'data'), join(parent, 'backups')];
  for (const folder of [dataDir, backups]) await mkdir(folder);
  const launched = await launchApp({ dataDir });
  try {
    const guide = await TourGuide.start(launched.app, launched.page, pictures);
    await setUpOffice(guide, backups);
    await registerCustomer(guide);
    await findCustomer(guide);
    await writeFile(join(target, 'tour.json'), `${JSON.stringify(guide.records, null, 2)}\n`);
    await launched.close();
    await cp(join(dataDir, 'register'), join(target, 'register'), { recursive: true });
  } finally {
    await launched.close();
    await rm(parent, { recursive: true, force: true, maxRetries: 10 });
  }
}
