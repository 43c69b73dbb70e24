import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, replaceFile } from './durable-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { VaultError } from './vault-error.ts';
import { registerTraces } from './vault-file.ts';

/** Guesses that cost no waiting; a person may mistype. */
const freeFailures = 5;
const firstDelayMs = 5_000;
const longestDelayMs = 15 * 60_000;
/** The counter file is gone: somebody removed it, or the vault came back from a backup. Never a lock-out. */
const missingCounterDelayMs = 30_000;

const sizeLimit = 64 * 1024;
const failuresSchema = z.int().min(0).max(1_000_000);
const counterSchema = z.strictObject({
  version: z.literal(1),
  overall: failuresSchema,
  users: z.record(z.string().regex(/^([0-9a-f-]{36}|unknown)$/), failuresSchema),
});

/** Failures in a row, and when (monotonic milliseconds) the next try is allowed. */
interface Tally {
  failures: number;
  openAt: number;
}

/** All names that nobody has count as one, so that what was typed (a password, by mistake) is never stored. */
export const nobody = 'unknown';

/**
 * Slows down guessing: counts failures per person and overall, in a file that is written before each try.
 * No wall clock is used. After a restart a pending delay begins again, so neither restarting nor setting the clock
 * shortens it.
 */
export interface Door {
  /** Seconds until this person (or anybody, without an argument) may try; 0 when at once. */
  secondsToWait(userId?: string): Promise<number>;
  /**
   * Runs one try after all earlier ones. It has failed when `knock` gives undefined or throws.
   * @throws VaultError `wait` instead of knocking while a delay runs
   */
  attempt<T>(userId: string, knock: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Forgets a person's failures: they have proved themselves in another way. */
  forgive(userId: string): Promise<void>;
}

/** @param monotonic milliseconds that never go back, such as `performance.now()` */
export function openDoor(folder: string, monotonic: () => number): Door {
  const path = join(folder, 'door.json');
  const openedAt = monotonic();
  const inTurn = oneAtATime();
  let tallies: Map<string, Tally> | undefined;

  async function load(): Promise<Map<string, Tally>> {
    tallies ??= await read();
    return tallies;
  }

  async function read(): Promise<Map<string, Tally>> {
    const counter = await readCounter(path);
    if (counter) return new Map(counter.map(([key, failures]) => [key, tally(failures, openedAt)]));
    if (!(await registerTraces(folder))) return new Map();
    return new Map([[overall, { failures: freeFailures, openAt: openedAt + missingCounterDelayMs }]]);
  }

  async function save(): Promise<void> {
    await replaceFile(path, counterBytes(await load()));
  }

  async function countFailure(userId: string): Promise<void> {
    const now = monotonic();
    const all = await load();
    for (const key of [overall, userId]) all.set(key, tally((all.get(key)?.failures ?? 0) + 1, now));
  }

  async function remainingMs(userId?: string): Promise<number> {
    const all = await load();
    const openAt = [overall, userId].map((key) => (key && all.get(key)?.openAt) || 0);
    return Math.max(0, ...openAt.map((at) => at - monotonic()));
  }

  async function forget(userId: string): Promise<void> {
    const all = await load();
    all.delete(overall);
    all.delete(userId);
    await save();
  }

  async function knockOnce<T>(userId: string, knock: () => Promise<T | undefined>): Promise<T | undefined> {
    const remaining = await remainingMs(userId);
    if (remaining > 0) throw new VaultError({ kind: 'wait', seconds: Math.ceil(remaining / 1000) });
    await countFailure(userId);
    await save();
    const result = await knock();
    if (result !== undefined) await forget(userId);
    return result;
  }

  return {
    secondsToWait: (userId) => remainingMs(userId).then((ms) => Math.ceil(ms / 1000)),
    attempt: (userId, knock) => inTurn(() => knockOnce(userId, knock)),
    forgive: (userId) => inTurn(() => forget(userId)),
  };
}

/** The key of the tally over all persons; no person's id. */
const overall = 'overall';

function tally(failures: number, now: number): Tally {
  return { failures, openAt: now + delayMs(failures) };
}

function delayMs(failures: number): number {
  if (failures < freeFailures) return 0;
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - freeFailures));
}

/** Undefined when there is none, or none that can be read: both slow the door down the same way. */
async function readCounter(path: string): Promise<[string, number][] | undefined> {
  const bytes = await readSmallFile(path, sizeLimit);
  if (typeof bytes === 'string') return undefined;
  try {
    const counter = counterSchema.parse(JSON.parse(bytes.toString('utf8')));
    return [[overall, counter.overall], ...Object.entries(counter.users)];
  } catch {
    return undefined;
  }
}

function counterBytes(tallies: Map<string, Tally>): Buffer {
  const { [overall]: all = 0, ...users } = Object.fromEntries(
    [...tallies].map(([key, { failures }]) => [key, failures]),
  );
  return Buffer.from(`${JSON.stringify({ version: 1, overall: all, users }, null, 2)}\n`, 'utf8');
}
