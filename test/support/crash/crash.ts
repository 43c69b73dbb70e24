import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Random, seededRandom } from '../../../scripts/fiction/random.ts';
import {
  type CrashMessage,
  type CrashPlace,
  type Deed,
  deeds,
  type StartVictim,
  type Victim,
} from './deeds.ts';
import { type Found, lookAfter } from './look-after.ts';
import { createOldRegister } from './old-register.ts';
import { registerVictim } from './register-victim.ts';

export interface CrashOptions {
  readonly runs: number;
  readonly seed: number;
  /** An empty folder for the registers; left behind when something was lost. */
  readonly folder: string;
  /** What is killed; the register process alone when it is left out. */
  readonly start?: StartVictim;
  onRun?(run: CrashRun): void;
}

export interface CrashRun extends Found {
  readonly run: number;
  readonly deed: Deed;
  readonly killedAfterMs: number;
  /** Whether the kill came in the middle of the deed and not between two. */
  readonly inTheMiddle: boolean;
  /** Customers whose saving was answered before the kill, in this run. */
  readonly acknowledged: number;
}

/** From when on the moment of the kill is counted, and how late it may be: about as long as the deed takes. */
const moments: Record<Deed, { readonly from: CrashMessage['kind']; readonly longestMs: number }> = {
  commands: { from: 'signed-in', longestMs: 900 },
  migration: { from: 'signing-in', longestMs: 1500 },
  rotation: { from: 'deed-begun', longestMs: 2000 },
  backup: { from: 'deed-begun', longestMs: 600 },
  export: { from: 'deed-begun', longestMs: 1000 },
};

/** Registers grow from run to run, so that later kills meet longer histories; now and then one starts anew. */
const runsPerRegister = 12;

/**
 * Kills a program at random moments of commands, rotation, migration, backup and export. What it had acknowledged is
 * counted here, outside, and looked for after the next sign-in.
 */
export async function crashProgram(options: CrashOptions): Promise<readonly CrashRun[]> {
  const { runs, seed, folder } = options;
  const random = seededRandom(seed);
  const start = options.start ?? (await registerVictim());
  const old = join(folder, 'old');
  const oldCustomers = await createOldRegister(old, { customers: 200, looks: 3000 });
  const done: CrashRun[] = [];
  let place: CrashPlace | undefined;
  let saved = new Map<string, string>();
  for (let run = 0; run < runs; run += 1) {
    const deed = deeds[run % deeds.length] ?? 'commands';
    if (!place || run % runsPerRegister === 0 || deed === 'migration') {
      if (place) await removePlace(place);
      place = await newPlace(join(folder, `run-${run}`), old);
      saved = new Map(oldCustomers);
    }
    const before = saved.size;
    const killed = await killOne(start, place, deed, random, saved);
    const found = await lookAfter(place, saved);
    const one = { run, deed, ...killed, acknowledged: saved.size - before, ...found };
    done.push(one);
    options.onRun?.(one);
    if (found.lost > 0 || found.problems.length > 0) place = undefined;
  }
  return done;
}

async function newPlace(dataDir: string, old: string): Promise<CrashPlace> {
  const place = { dataDir, copies: `${dataDir}-copies` };
  await mkdir(place.copies, { recursive: true });
  await cp(old, join(dataDir, 'register'), { recursive: true });
  return place;
}

async function removePlace({ dataDir, copies }: CrashPlace): Promise<void> {
  for (const folder of [dataDir, copies]) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}

/** Lets a program work until the moment has come, and hears it out: what it told before the kill counts. */
async function killOne(
  start: StartVictim,
  place: CrashPlace,
  deed: Deed,
  random: Random,
  saved: Map<string, string>,
): Promise<Pick<CrashRun, 'killedAfterMs' | 'inTheMiddle'>> {
  const { from, longestMs } = moments[deed];
  const killedAfterMs = random.between(0, longestMs);
  let inTheMiddle = false;
  let failure: Error | undefined;
  const victimAtWork = new Promise<Victim>((resolve, reject) => {
    const starting = start(place, deed, {
      told(message) {
        if (message.kind === 'saved') saved.set(message.id, message.lastName);
        if (message.kind === (deed === 'migration' ? 'signing-in' : 'deed-begun')) inTheMiddle = true;
        if (message.kind === (deed === 'migration' ? 'signed-in' : 'deed-ended')) inTheMiddle = false;
        if (message.kind === from) resolve(starting);
      },
      failed(why) {
        failure ??= why;
        reject(why);
      },
    });
    starting.catch(reject);
  });
  const victim = await victimAtWork;
  await wait(killedAfterMs);
  await victim.kill();
  if (failure) throw failure;
  return { killedAfterMs, inTheMiddle };
}
