import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WitnessedHead } from '#main/register/audit-chain/chain.ts';
import { byPlace, type Finding } from '#main/register/audit-chain/findings.ts';
import type { WalkResult } from '#main/register/audit-chain/walk.ts';
import { type OpenRegisterOptions, openDatabase } from '#main/register/database/open.ts';
import { walkLog } from '#main/register/features/audit/walk-log.ts';
import { madeLog, writeLog } from '#test/support/made-log.ts';
import { type Tamperer, tamper } from '#test/support/tamper.ts';

const rows = 80;
const otherHash = 'ab'.repeat(32);

let original: OpenRegisterOptions;
let heads: readonly WitnessedHead[] = [];
let cases = 0;

beforeAll(async () => {
  ({ options: original, heads } = await madeLog(rows));
});

interface Day {
  tampering(log: Tamperer): Promise<void>;
  /** Rows that the program writes after it; each is signed. */
  readonly written: number;
  /** When they are written. */
  readonly from?: string;
}

/** What the walk says of a copy of the log that was touched, and written on, once or many times. */
async function found(course: readonly Day[], signed: readonly WitnessedHead[]): Promise<WalkResult> {
  cases += 1;
  const copy = { ...original, file: join(dirname(original.file), `register-case-${cases}.db`) };
  await copyFile(original.file, copy.file);
  const known = [...signed];
  for (const [
    index,
    { tampering, written, from = `2026-03-0${index + 4}T08:00:00.000Z` },
  ] of course.entries()) {
    await tamper(copy, tampering);
    const database = await openDatabase(copy);
    known.push(...(await writeLog(database, written, from)));
    await database.close();
  }
  const database = await openDatabase(copy);
  try {
    return await walkLog(database.long, { chainId: copy.vaultId, heads: known });
  } finally {
    await database.close();
  }
}

interface Deed {
  readonly at: number;
  readonly kind: 'change' | 'seal' | 'remove' | 'pull-up' | 'insert' | 'insert-sealed' | 'swap';
  /** How many rows are removed. */
  readonly count: number;
}

type End = 'none' | 'cut' | 'change' | 'change-hash' | 'swap';

async function insert(log: Tamperer, at: number): Promise<void> {
  const neighbour = await log.row(at);
  await log.renumber(at, 1);
  const added = { ...neighbour, id: `stranger ${at}`, details_commitment: null, customer_id: 'c99' };
  await log.insert({ ...added, hash: otherHash });
}

async function does(log: Tamperer, { at, kind, count }: Deed): Promise<void> {
  const to = at + count - 1;
  if (kind === 'change') await log.change(at, { actor_name: 'Joku Muu' });
  if (kind === 'seal') await log.changeAndSeal(at, { actor_name: 'Joku Muu' });
  if (kind === 'swap') await log.swap(at, at + 1);
  if (kind === 'remove' || kind === 'pull-up') await log.remove(at, to);
  if (kind === 'pull-up') await log.renumber(to + 1, -count);
  if (kind === 'insert' || kind === 'insert-sealed') await insert(log, at);
  if (kind === 'insert-sealed') await log.changeAndSeal(at, {});
}

async function ends(log: Tamperer, end: End, from: number): Promise<void> {
  if (end === 'cut') await log.remove(from, rows);
  if (end === 'change') await log.change(rows, { actor_name: 'Joku Muu' });
  if (end === 'change-hash') await log.change(rows, { hash: otherHash });
  if (end === 'swap') await log.swap(rows - 1, rows);
}

const shiftOf = ({ kind, count }: Deed) => (kind === 'pull-up' ? -count : Number(kind.startsWith('insert')));

/** @param by how far the numbers before it were moved */
function findingsOf({ at, kind, count }: Deed, by: number): Finding[] {
  const sequence = at + by;
  if (kind === 'change' || kind === 'seal')
    return [{ kind: 'changed', sequence, sealedAgain: kind === 'seal' }];
  if (kind === 'swap') return swapped(at, by);
  if (kind === 'remove' || kind === 'pull-up') return [{ kind: 'removed', sequence: at, to: at + count - 1 }];
  return [{ kind: 'inserted', sequence }];
}

function swapped(at: number, by: number): Finding[] {
  return [
    { kind: 'reordered', sequence: at + by, belongsAt: at + 1 },
    { kind: 'reordered', sequence: at + 1 + by, belongsAt: at },
  ];
}

function findingsAtEnd(end: End, from: number, by: number, signed: readonly WitnessedHead[]): Finding[] {
  if (end === 'none') return [];
  if (end === 'swap') return swapped(rows - 1, by);
  if (end !== 'cut') return [{ kind: 'changed', sequence: rows + by, sealedAgain: false }];
  const to = Math.max(0, ...signed.map(({ sequence }) => sequence));
  return to < from ? [] : [{ kind: 'cut', sequence: from, to }];
}

const deeds = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 2, max: rows - 26 }),
      kind: fc.constantFrom<Deed['kind']>(
        'change',
        'seal',
        'remove',
        'pull-up',
        'insert',
        'insert-sealed',
        'swap',
      ),
      count: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 4, selector: ({ at }) => Math.floor(at / 8) },
  )
  .map((list) =>
    list.map((deed) => ({ ...deed, at: Math.floor(deed.at / 8) * 8 + 2 })).sort((a, b) => a.at - b.at),
  );
const end = fc.constantFrom<End>('none', 'cut', 'change', 'change-hash', 'swap');

describe('when the log was touched and the program wrote on', () => {
  it('the walk names what was touched and no row that the program wrote', async () => {
    const cut = fc.integer({ min: rows - 12, max: rows });
    const every = fc.integer({ min: 1, max: 9 });
    await fc.assert(
      fc.asyncProperty(
        deeds,
        end,
        cut,
        fc.integer({ min: 0, max: 6 }),
        every,
        async (list, tail, from, written, nth) => {
          const signed = heads.filter(({ sequence }) => sequence % nth === 0);
          const tampering = async (log: Tamperer) => {
            await ends(log, tail, from);
            for (const deed of list.toReversed()) await does(log, deed);
          };
          const { findings, resumed } = await found([{ tampering, written }], signed);
          let by = 0;
          const expected: Finding[] = [];
          for (const deed of list) {
            expected.push(...findingsOf(deed, by));
            by += shiftOf(deed);
          }
          // The next row then got the number that one of the two had: it could have been a row put in.
          fc.pre(!(tail === 'swap' && by === -1));
          const all = findingsAtEnd(tail, from, by, signed);
          // Two neighbours that changed places are one row moved, once the program has gone on from the other.
          const atEnd = tail === 'swap' && written > 0 ? all.slice(0, 1) : all;
          expect(sorted(findings.filter(({ kind }) => kind !== 'details-changed'))).toEqual(
            sorted([...expected, ...atEnd]),
          );
          const shows = written > 0 && (by !== 0 || tail === 'swap' || (tail === 'cut' && atEnd.length > 0));
          expect(resumed).toEqual(shows ? [(tail === 'cut' ? from : rows + 1) + by] : []);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a row moved near the beginning does not make the end look rewritten', async () => {
    const tampering = async (log: Tamperer) => {
      await ends(log, 'cut', 68);
      await does(log, { at: 2, kind: 'swap', count: 1 });
    };
    const { findings, resumed } = await found([{ tampering, written: 1 }], heads);
    expect(findings).toEqual([...swapped(2, 0), { kind: 'cut', sequence: 68, to: rows }]);
    expect(resumed).toEqual([68]);
  });

  it('also when that happened twice', async () => {
    const first = fc.integer({ min: 2, max: 5 });
    await fc.assert(
      fc.asyncProperty(first, first, first, async (once, again, written) => {
        const pullUp = (at: number, count: number) => (log: Tamperer) =>
          does(log, { at, kind: 'pull-up', count });
        const course = [
          { tampering: pullUp(10, once), written: written + 4 },
          { tampering: pullUp(40, again), written },
        ];
        const { findings, resumed } = await found(course, heads);
        const gone = 40 + once;
        expect(findings).toEqual([
          { kind: 'removed', sequence: 10, to: 9 + once },
          { kind: 'removed', sequence: gone, to: gone + again - 1 },
        ]);
        expect(resumed).toEqual([rows - once + 1 - again, rows - once - again + written + 5]);
      }),
      { numRuns: 10 },
    );
  });

  it('a log that was cut twice is said to be cut twice', async () => {
    const cutFrom = (from: number) => (log: Tamperer) => log.remove(from, 1000);
    const course = [
      { tampering: cutFrom(60), written: 12 },
      { tampering: cutFrom(68), written: 3 },
    ];
    const { findings, resumed } = await found(course, heads);
    expect(findings).toEqual([
      { kind: 'cut', sequence: 60, to: 80 },
      { kind: 'cut', sequence: 68, to: 71 },
    ]);
    expect(resumed).toEqual([60, 68]);
  });

  it('rows that were made anew to the end are not called cut, and the row after them is honest', async () => {
    const tampering = async (log: Tamperer) => {
      await log.change(70, { actor_name: 'Joku Muu' });
      await log.sealFrom(70);
    };
    const { findings, resumed } = await found([{ tampering, written: 4 }], heads);
    expect(findings).toEqual([{ kind: 'rewritten', sequence: 80, since: 70 }]);
    expect(resumed).toEqual([]);
  });

  it('a removed stretch cannot be hidden by giving the row before it the hash of its last one', async () => {
    const tampering = async (log: Tamperer) => {
      const { hash } = await log.row(33);
      await log.change(29, { hash });
      await log.remove(30, 33);
      await log.renumber(34, -4);
    };
    const { findings, resumed } = await found([{ tampering, written: 4 }], heads);
    expect(findings).toEqual([
      { kind: 'changed', sequence: 29, sealedAgain: false },
      { kind: 'removed', sequence: 30, to: 33 },
    ]);
    expect(resumed).toEqual([77]);
  });

  it('a row put after the last one is named, and no row that the program wrote after it', async () => {
    const tampering = async (log: Tamperer) => {
      const last = await log.row(rows);
      const added = { ...last, sequence: rows + 1, id: 'stranger', details_commitment: null };
      await log.insert({ ...added, previous_hash: last.hash, hash: otherHash });
    };
    const { findings, resumed } = await found([{ tampering, written: 4 }], heads);
    expect(findings).toEqual([{ kind: 'changed', sequence: rows + 1, sealedAgain: false }]);
    expect(resumed).toEqual([]);
  });

  it('one clock that was years ahead for a moment does not move the place of a cut', async () => {
    const course = [
      { tampering: async () => {}, written: 3, from: '2046-03-04T08:00:00.000Z' },
      { tampering: (log: Tamperer) => log.remove(75, 1000), written: 2 },
    ];
    const { findings, resumed } = await found(course, heads);
    expect(findings[0]).toEqual({ kind: 'cut', sequence: 75, to: 80 });
    expect(resumed).toContain(75);
  });
});

/** Findings of one row in any order. */
function sorted(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => byPlace(a, b) || a.kind.localeCompare(b.kind));
}
