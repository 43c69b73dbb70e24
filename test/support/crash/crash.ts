import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { seededRandom } from '../../../scripts/fiction/random.ts';
import { childProgram } from '../child-process.ts';
import { type CrashMessage, crashPerson, type Deed, deeds } from './deeds.ts';
import { createOldRegister } from './old-register.ts';

export interface CrashOptions {
  readonly runs: number;
  readonly seed: number;
  /** An empty folder for the registers; left behind when something was lost. */
  readonly folder: string;
  onRun?(run: CrashRun): void;
}

export interface CrashRun {
  readonly run: number;
  readonly deed: Deed;
  readonly killedAfterMs: number;
  /** Customers whose saving was answered before the kill, in this run. */
  readonly acknowledged: number;
  readonly lost: number;
  /** What else is not as it must be. */
  readonly problems: readonly string[];
}

/** How long after its beginning a run may be killed; a migration begins with the sign-in. */
const longestMs: Record<Deed, number> = {
  commands: 900,
  rotation: 1500,
  migration: 1200,
  backup: 1200,
  export: 1500,
};

/** Registers grow from run to run, so that later kills meet longer histories; now and then one starts anew. */
const runsPerRegister = 12;

/**
 * Kills a register process at random moments of commands, rotation, migration, backup and export. What it had
 * acknowledged is counted here, outside, and looked for after the next sign-in.
 */
export async function crashRegister(options: CrashOptions): Promise<readonly CrashRun[]> {
  const { runs, seed, folder } = options;
  const random = seededRandom(seed);
  const start = await childProgram(join(import.meta.dirname, 'crash-child.ts'));
  const old = join(folder, 'old');
  const oldCustomers = await createOldRegister(old, { customers: 200, looks: 3000 });
  const done: CrashRun[] = [];
  let register = '';
  let saved = new Map<string, string>();
  for (let run = 0; run < runs; run += 1) {
    const deed = deeds[run % deeds.length] ?? 'commands';
    if (run % runsPerRegister === 0 || deed === 'migration') {
      if (register) await rm(register, { recursive: true, force: true });
      register = join(folder, `run-${run}`);
      await cp(old, join(register, 'register'), { recursive: true });
      await mkdir(join(register, 'copies'));
      saved = new Map(oldCustomers);
    }
    const before = saved.size;
    const killedAfterMs = random.between(0, longestMs[deed]);
    await killOne(start(join(register, 'register'), deed, join(register, 'copies')), {
      from: deed === 'migration' ? 'signing-in' : 'signed-in',
      afterMs: killedAfterMs,
      saved,
    });
    const found = await lookAfter(join(register, 'register'), saved);
    done.push({ run, deed, killedAfterMs, acknowledged: saved.size - before, ...found });
    options.onRun?.(done.at(-1) as CrashRun);
    if (found.lost > 0) register = '';
  }
  return done;
}

/** Lets a process work until the moment has come, and hears it out: what it told before the kill counts. */
async function killOne(
  child: ChildProcess,
  moment: {
    readonly from: CrashMessage['kind'];
    readonly afterMs: number;
    readonly saved: Map<string, string>;
  },
): Promise<void> {
  const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: CrashMessage) => {
      if (message.kind === 'saved') moment.saved.set(message.id, message.lastName);
      if (message.kind === moment.from) resolve();
    });
    child.once('exit', () => reject(new Error('The register process ended by itself')));
  });
  await wait(moment.afterMs);
  if (child.exitCode !== null) throw new Error('The register process ended by itself');
  child.kill('SIGKILL');
  await gone;
}

/** The next sign-in: everything acknowledged is there, in one vault with one sound database. */
async function lookAfter(
  folder: string,
  saved: ReadonlyMap<string, string>,
): Promise<Pick<CrashRun, 'lost' | 'problems'>> {
  const problems: string[] = [];
  try {
    const place = vaultPlace(folder, { chooseCost: async () => minimumCost });
    const vault = await unlock(place, { typedName: crashPerson.name }, crashPerson.password);
    const register = await openRegister(place, vault);
    const rows = await register.database.read.selectFrom('customers').select(['id', 'last_name']).execute();
    await register.database.close();
    const found = new Map(rows.map((row) => [row.id, row.last_name]));
    const lost = [...saved].filter(([id, lastName]) => found.get(id) !== lastName).length;
    const { databaseFile, databaseKey } = register.vault;
    problems.push(...(await findDamageInFile(sqlcipherDriver, join(folder, databaseFile), databaseKey)));
    const others = (await readdir(folder)).filter(
      (name) => name.startsWith('register-') && name !== databaseFile,
    );
    if (others.length > 0) problems.push(`left behind: ${others.join(', ')}`);
    return { lost, problems };
  } catch (error) {
    return { lost: saved.size, problems: [`the register does not open: ${String(error)}`] };
  }
}
