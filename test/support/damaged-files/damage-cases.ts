import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openRegister } from '#main/register/open-register.ts';
import { faultOf } from '#main/register/rpc/faults.ts';
import { trustedHeads } from '#main/register/vault/audit-heads.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import { type Random, seededRandom } from '../../../scripts/fiction/random.ts';
import { crashPerson } from '../crash/deeds.ts';
import { isClear, problemAtTheDoor } from './at-the-door.ts';
import {
  isSetAside,
  layOut,
  makeOriginal,
  type Original,
  placeOf,
  stateOf,
  type Target,
} from './original.ts';

export interface DamageOptions {
  readonly cases: number;
  readonly seed: number;
  /** An empty folder; damaged registers that were answered wrongly stay in it. */
  readonly folder: string;
  onCase?(one: DamageCase): void;
}

/** `earlier`: whole and right, but as it was before its last commits. */
export type Verdict = 'clear' | 'correct' | 'earlier' | 'wrong';

export interface DamageCase {
  readonly number: number;
  readonly target: Target;
  /** What was done to the file. */
  readonly damage: string;
  readonly verdict: Verdict;
  /** Of an earlier state: whether a signed head of the log is missing from it, which the next sign-in reports. */
  readonly isReported: boolean;
  /** Why it is wrong. */
  readonly problem?: string;
}

const targets: readonly Target[] = ['database', 'database', 'log', 'log', 'vault'];

/** Flips bits in a register's files, zeroes and cuts them, opens each as a sign-in does, and reads everything. */
export async function damageRegister(options: DamageOptions): Promise<readonly DamageCase[]> {
  const { cases, seed, folder } = options;
  const random = seededRandom(seed);
  const original = await makeOriginal(folder);
  const done: DamageCase[] = [];
  for (let number = 0; number < cases; number += 1) {
    const target = random.pick(targets);
    const source = original.files.find((file) => file.target === target)?.bytes ?? Buffer.alloc(0);
    const { bytes, damage } = damaged(source, random);
    const files = original.files.map((file) => (file.target === target ? { ...file, bytes } : file));
    const trial = join(folder, `case-${number}`);
    const one: Original = { ...original, files };
    await layOut(trial, one);
    const judged = await judgeWhole(trial, one, target);
    done.push({ number, target, damage, ...judged });
    options.onCase?.({ number, target, damage, ...judged });
    if (judged.verdict !== 'wrong') await rm(trial, { recursive: true });
  }
  return done;
}

function damaged(source: Buffer, random: Random): { bytes: Buffer; damage: string } {
  const bytes = Buffer.from(source);
  const at = random.between(0, bytes.length - 1);
  const kind = random.between(0, 9);
  if (kind < 5) {
    const count = random.between(1, 4);
    for (let flip = 0; flip < count; flip += 1) {
      const position = flip === 0 ? at : random.between(0, bytes.length - 1);
      bytes[position] = (bytes[position] ?? 0) ^ (1 << random.between(0, 7));
    }
    return { bytes, damage: `${count} bits flipped, the first in byte ${at}` };
  }
  if (kind < 8) return { bytes: bytes.subarray(0, at), damage: `cut to ${at} bytes` };
  const length = Math.min(random.between(1, 8192), bytes.length - at);
  return { bytes: bytes.fill(0, at, at + length), damage: `${length} bytes zeroed from byte ${at}` };
}

type Judged = Pick<DamageCase, 'verdict' | 'isReported' | 'problem'>;

/** What is read, and then what a person meets at the door; a register that was wrong already is left as it is. */
async function judgeWhole(folder: string, original: Original, target: Target): Promise<Judged> {
  const judged = await judge(folder, original, target);
  if (judged.verdict === 'wrong' || target === 'log') return judged;
  const problem = await problemAtTheDoor(folder, original, target);
  return problem === undefined ? judged : { ...judged, verdict: 'wrong', problem };
}

async function judge(folder: string, original: Original, target: Target): Promise<Judged> {
  const opening = { isOpen: false };
  try {
    const { state, isReported } = await readEverything(folder, original, target, opening);
    const age = original.states.lastIndexOf(state);
    if (age === original.states.length - 1) return { verdict: 'correct', isReported: false };
    if (age >= 0) return { verdict: 'earlier', isReported };
    return { verdict: 'wrong', isReported, problem: 'data that the register never held' };
  } catch (error) {
    const problem = await whyNotClear(folder, original, target, error, opening.isOpen);
    return {
      verdict: problem === undefined ? 'clear' : 'wrong',
      isReported: false,
      ...(problem && { problem }),
    };
  }
}

/** The key is the same for every case, so that only damaged vaults cost a password hash. */
async function readEverything(
  folder: string,
  { vault: known }: Original,
  target: Target,
  opening: { isOpen: boolean },
): Promise<{ state: string; isReported: boolean }> {
  const place = placeOf(folder);
  const who = { typedName: crashPerson.name };
  const vault: OpenVault = target === 'vault' ? await unlock(place, who, crashPerson.password) : known;
  const { database } = await openRegister(place, vault);
  opening.isOpen = true;
  try {
    const state = await stateOf(database);
    const heads = trustedHeads(await readVaultFile(folder));
    const rows = await database.read.selectFrom('audit_events').select(['sequence', 'hash']).execute();
    const hashes = new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
    return { state, isReported: heads.some(({ sequence, hash }) => hashes.get(sequence) !== hash) };
  } finally {
    await database.close();
  }
}

/** A clear fault names damage (never the password), leaves the files alone and sets a damaged database aside. */
async function whyNotClear(
  folder: string,
  { files }: Original,
  target: Target,
  error: unknown,
  wasOpen: boolean,
): Promise<string | undefined> {
  const fault = faultOf(error, 'damage', () => undefined);
  if (!isClear(fault)) return `answered ${JSON.stringify(fault)} for ${String(error)}`;
  if (wasOpen) return undefined;
  for (const { name, bytes } of files.filter((file) => file.target !== 'log'))
    if (!bytes.equals(await readFile(join(folder, name)))) return `${name} was written to`;
  const isEmpty = files.some((file) => file.target === 'database' && file.bytes.length === 0);
  if (target !== 'vault' && !isEmpty && !(await isSetAside(folder))) return 'no copy was set aside';
  return undefined;
}
