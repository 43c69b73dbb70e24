import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { idSchema } from '#shared/values/ids.ts';
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

/** Half a working day of guessing at the slowest pace is 16 tries; of a flood the newest ones are kept. */
const mostTries = 500;
const sizeLimit = 256 * 1024;
const failuresSchema = z.int().min(0).max(1_000_000);
const personSchema = z.string().regex(/^([0-9a-f-]{36}|unknown)$/);
const failedTrySchema = z.strictObject({ id: idSchema, at: z.iso.datetime(), userId: personSchema });
const counterSchema = z.strictObject({
  version: z.literal(1),
  overall: failuresSchema,
  users: z.record(personSchema, failuresSchema),
  failed: z.array(failedTrySchema).max(mostTries).default([]),
});

/** A try that failed, or that a kill interrupted, while there was no log to write it into. */
export type FailedTry = z.output<typeof failedTrySchema>;

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
  /** The tries that failed since somebody's log took the earlier ones over. */
  failedTries(): Promise<readonly FailedTry[]>;
  /**
   * Somebody has signed in and these tries are in the log. From now on, in this process, a failed try (of changing a
   * password) leaves its row in the log like everything else.
   */
  handOver(ids: readonly string[]): Promise<void>;
}

/** Where time and names of tries come from. */
export interface DoorSource {
  /** Milliseconds that never go back, such as `performance.now()`. */
  readonly monotonic: () => number;
  /** UTC instant, for people to read: no delay depends on it. */
  readonly now: () => string;
}

export function openDoor(folder: string, { monotonic, now: wallTime }: DoorSource): Door {
  const path = join(folder, 'door.json');
  const openedAt = monotonic();
  const inTurn = oneAtATime();
  let tallies: Map<string, Tally> | undefined;
  let tries: FailedTry[] = [];
  let isLogOpen = false;

  async function load(): Promise<Map<string, Tally>> {
    tallies ??= await read();
    return tallies;
  }

  async function read(): Promise<Map<string, Tally>> {
    const counter = await readCounter(path);
    if (counter) {
      tries = counter.failed;
      return new Map(counter.failures.map(([key, failures]) => [key, tally(failures, openedAt)]));
    }
    if (!(await registerTraces(folder))) return new Map();
    return new Map([[overall, { failures: freeFailures, openAt: openedAt + missingCounterDelayMs }]]);
  }

  async function save(): Promise<void> {
    const all = await load();
    await replaceFile(path, counterBytes(all, tries));
  }

  /** In one write before the try, so that a kill in the middle leaves both. @returns what names the try */
  async function countFailure(userId: string): Promise<string> {
    const now = monotonic();
    const all = await load();
    for (const key of [overall, userId]) all.set(key, tally((all.get(key)?.failures ?? 0) + 1, now));
    const id = uuidv7();
    if (!isLogOpen) tries = [...tries, { id, at: wallTime(), userId }].slice(-mostTries);
    await save();
    return id;
  }

  async function remainingMs(userId?: string): Promise<number> {
    const all = await load();
    const openAt = [overall, userId].map((key) => (key && all.get(key)?.openAt) || 0);
    return Math.max(0, ...openAt.map((at) => at - monotonic()));
  }

  async function forget(userId: string, tryId?: string): Promise<void> {
    const all = await load();
    all.delete(overall);
    all.delete(userId);
    tries = tries.filter(({ id }) => id !== tryId);
    await save();
  }

  async function handOver(ids: readonly string[]): Promise<void> {
    await load();
    isLogOpen = true;
    if (ids.length === 0) return;
    tries = tries.filter(({ id }) => !ids.includes(id));
    await save();
  }

  async function knockOnce<T>(userId: string, knock: () => Promise<T | undefined>): Promise<T | undefined> {
    const remaining = await remainingMs(userId);
    if (remaining > 0) throw new VaultError({ kind: 'wait', seconds: Math.ceil(remaining / 1000) });
    const tryId = await countFailure(userId);
    const result = await knock();
    if (result !== undefined) await forget(userId, tryId);
    return result;
  }

  return {
    secondsToWait: (userId) => remainingMs(userId).then((ms) => Math.ceil(ms / 1000)),
    attempt: (userId, knock) => inTurn(() => knockOnce(userId, knock)),
    forgive: (userId) => inTurn(() => forget(userId)),
    failedTries: () => inTurn(async () => (await load()) && [...tries]),
    handOver: (ids) => inTurn(() => handOver(ids)),
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

interface Counter {
  readonly failures: readonly (readonly [string, number])[];
  readonly failed: FailedTry[];
}

/** Undefined when there is none, or none that can be read: both slow the door down the same way. */
async function readCounter(path: string): Promise<Counter | undefined> {
  const bytes = await readSmallFile(path, sizeLimit);
  if (typeof bytes === 'string') return undefined;
  try {
    const counter = counterSchema.parse(JSON.parse(bytes.toString('utf8')));
    return {
      failures: [[overall, counter.overall], ...Object.entries(counter.users)],
      failed: counter.failed,
    };
  } catch {
    return undefined;
  }
}

function counterBytes(tallies: Map<string, Tally>, failed: readonly FailedTry[]): Buffer {
  const { [overall]: all = 0, ...users } = Object.fromEntries(
    [...tallies].map(([key, { failures }]) => [key, failures]),
  );
  return Buffer.from(`${JSON.stringify({ version: 1, overall: all, users, failed }, null, 2)}\n`, 'utf8');
}
