import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditRow, WitnessedHead } from '#main/register/audit-chain/chain.ts';
import type { Finding } from '#main/register/audit-chain/findings.ts';
import { type OpenRegisterOptions, openDatabase } from '#main/register/database/open.ts';
import { walkLog } from '#main/register/features/audit/walk-log.ts';
import { addRows } from '#test/support/audit-rows.ts';
import { madeLog } from '#test/support/made-log.ts';
import { type Tamperer, tamper } from '#test/support/tamper.ts';

/** More than one page of the walk would make every case slow; the bench walks through millions. */
const rows = 80;
let original: OpenRegisterOptions;
let heads: readonly WitnessedHead[] = [];
let cases = 0;

beforeAll(async () => {
  ({ options: original, heads } = await madeLog(rows));
});

/** A copy of the log with the tampering done to it, and what the walk says of it. */
async function found(
  tampering: (tamperer: Tamperer) => Promise<void>,
  signed: readonly WitnessedHead[] = [],
  writtenAfter = 0,
): Promise<{ findings: readonly Finding[]; erased: number }> {
  cases += 1;
  const file = join(dirname(original.file), `register-case-${cases}.db`);
  await copyFile(original.file, file);
  const copy = { ...original, file };
  await tamper(copy, tampering);
  const database = await openDatabase(copy);
  try {
    await addRows(database, writtenAfter);
    return await walkLog(database.long, { chainId: copy.vaultId, heads: signed });
  } finally {
    await database.close();
  }
}

const head = (sequence: number): WitnessedHead => heads[sequence - 1] as WitnessedHead;
const place = (from = 1, to = rows) => fc.integer({ min: from, max: to });
const twoPlaces = fc
  .tuple(place(), place())
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const otherHash = 'ab'.repeat(32);

const change = fc.constantFrom(
  { actor_name: 'Joku Muu' },
  { customer_id: null },
  { at: '2020-01-01T00:00:00.000Z' },
  { outcome: 'refused' },
  { id: 'another' },
  { details_commitment: otherHash },
  { previous_hash: otherHash },
  { hash: otherHash },
  { monotonic_ms: 99 },
  { workstation: null },
);

const runs = { numRuns: 15 };
const changed = (sequence: number, sealedAgain = false): Finding => ({
  kind: 'changed',
  sequence,
  sealedAgain,
});
const removed = (sequence: number, to: number): Finding => ({ kind: 'removed', sequence, to });
const reordered = (sequence: number, belongsAt: number): Finding => ({
  kind: 'reordered',
  sequence,
  belongsAt,
});

/** An added event that looks like any other. */
async function stranger(log: Tamperer, sequence: number): Promise<AuditRow> {
  const neighbour = await log.row(Math.min(sequence, rows));
  const added = { ...neighbour, sequence, id: 'stranger', details_commitment: null, customer_id: 'c99' };
  return { ...added, hash: otherHash };
}

describe('the walk through a log that nobody touched', () => {
  it('finds nothing, and every signed head', async () => {
    const { findings } = await found(async () => {}, heads);
    expect(findings).toEqual([]);
  });

  it('counts erased details and does not call them changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (erased) => {
        const result = await found(async ({ connection }) => {
          await connection.run(`DELETE FROM audit_details WHERE event_id IN
            (SELECT event_id FROM audit_details ORDER BY event_id LIMIT ${erased})`);
        }, heads);
        expect(result).toMatchObject({ findings: [], erased });
      }),
      { numRuns: 5 },
    );
  });
});

describe('the walk says exactly', () => {
  it('which row was changed', async () => {
    await fc.assert(
      fc.asyncProperty(place(), change, async (at, changes) => {
        const { findings } = await found((log) => log.change(at, changes), heads);
        const others = findings.filter(({ kind }) => kind !== 'details-changed');
        expect(others).toEqual([changed(at)]);
      }),
      runs,
    );
  });

  it('which row was changed and sealed again', async () => {
    await fc.assert(
      fc.asyncProperty(place(1, rows - 1), async (at) => {
        const { findings } = await found((log) => log.changeAndSeal(at, { actor_name: 'Joku Muu' }), heads);
        expect(findings).toEqual([changed(at, true)]);
      }),
      runs,
    );
  });

  it('which rows were removed and left a gap', async () => {
    await fc.assert(
      fc.asyncProperty(place(1, rows - 1), place(0, 20), async (from, more) => {
        const to = Math.min(from + more, rows - 1);
        expect((await found((log) => log.remove(from, to), heads)).findings).toEqual([removed(from, to)]);
      }),
      runs,
    );
  });

  it('which rows were removed, also when those after them got their numbers', async () => {
    await fc.assert(
      fc.asyncProperty(place(1, rows - 1), place(0, 60), async (from, more) => {
        const to = Math.min(from + more, rows - 1);
        const { findings } = await found(async (log) => {
          await log.remove(from, to);
          await log.renumber(to + 1, from - to - 1);
        }, heads);
        expect(findings).toEqual([removed(from, to)]);
      }),
      runs,
    );
  });

  it('which row was inserted, and nothing else when the program has gone on writing', async () => {
    await fc.assert(
      fc.asyncProperty(place(), place(1, 3), async (at, more) => {
        const insert = async (log: Tamperer) => {
          const added = await stranger(log, at);
          await log.renumber(at, 1);
          await log.insert(added);
        };
        const { findings } = await found(insert, heads, more);
        expect(findings).toEqual([{ kind: 'inserted', sequence: at }]);
      }),
      runs,
    );
  });

  it('which row was inserted, sealed or not', async () => {
    await fc.assert(
      fc.asyncProperty(place(), fc.boolean(), async (at, isSealed) => {
        const { findings } = await found(async (log) => {
          const added = await stranger(log, at);
          await log.renumber(at, 1);
          await log.insert(added);
          if (isSealed) await log.changeAndSeal(at, {});
        }, heads);
        expect(findings).toEqual([{ kind: 'inserted', sequence: at }]);
      }),
      runs,
    );
  });

  it('which two rows changed places', async () => {
    await fc.assert(
      fc.asyncProperty(twoPlaces, async ([a, b]) => {
        const { findings } = await found((log) => log.swap(a, b), heads);
        expect(findings).toEqual([reordered(a, b), reordered(b, a)]);
      }),
      runs,
    );
  });

  it('which row was moved to another place', async () => {
    await fc.assert(
      fc.asyncProperty(
        twoPlaces.filter(([a, b]) => b - a > 1),
        async ([from, to]) => {
          const { findings } = await found(async (log) => {
            const moved = await log.row(from);
            await log.remove(from, from);
            await log.renumber(from + 1, -1);
            await log.renumber(to, 1);
            await log.insert({ ...moved, sequence: to });
          }, heads);
          expect(findings).toEqual([reordered(to, from)]);
        },
      ),
      runs,
    );
  });

  it('whose details were changed, or made up', async () => {
    await fc.assert(
      fc.asyncProperty(place(), async (at) => {
        const hasDetails = (at - 1) % 3 === 0;
        const { findings } = await found(async ({ connection, row }) => {
          const { id } = await row(at);
          if (hasDetails)
            await connection.run(`UPDATE audit_details SET body = '{"field":"name"}' WHERE event_id = ?`, [
              id,
            ]);
          else await connection.run('INSERT INTO audit_details VALUES (?, ?, ?)', [id, '{}', otherHash]);
        }, heads);
        expect(findings).toEqual([{ kind: 'details-changed', sequence: at }]);
      }),
      runs,
    );
  });

  it('where the log was cut when somebody had signed that it was longer', async () => {
    await fc.assert(
      fc.asyncProperty(twoPlaces, async ([from, signed]) => {
        const { findings } = await found((log) => log.remove(from, rows), [head(signed)]);
        expect(findings).toEqual([{ kind: 'cut', sequence: from, to: signed }]);
      }),
      runs,
    );
  });

  it('between which signed heads rows were made anew', async () => {
    await fc.assert(
      fc.asyncProperty(twoPlaces, async ([from, signed]) => {
        const earlier = from > 1 ? [head(from - 1)] : [];
        const { findings } = await found(
          async (log) => {
            await log.change(from, { actor_name: 'Joku Muu' });
            await log.sealFrom(from);
          },
          [...earlier, head(signed)],
        );
        expect(findings).toEqual([{ kind: 'rewritten', sequence: signed, since: from }]);
      }),
      runs,
    );
  });

  it('several things at several places', async () => {
    const apart = fc
      .uniqueArray(place(2, rows - 1), { minLength: 2, maxLength: 5 })
      .map((places) => places.sort((a, b) => a - b))
      .filter((places) => places.every((at, index) => index === 0 || at - (places[index - 1] ?? 0) > 3));
    const deeds = fc.array(fc.constantFrom('change', 'seal', 'remove'), { minLength: 5, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(apart, deeds, async (places, kinds) => {
        const expected: Finding[] = [];
        const { findings } = await found(async (log) => {
          for (const [index, at] of places.entries()) {
            if (kinds[index] === 'change') await log.change(at, { actor_name: 'Joku Muu' });
            else if (kinds[index] === 'seal') await log.changeAndSeal(at, { actor_name: 'Joku Muu' });
            else await log.remove(at, at);
            expected.push(kinds[index] === 'remove' ? removed(at, at) : changed(at, kinds[index] === 'seal'));
          }
        }, heads);
        expect(findings).toEqual(expected);
      }),
      runs,
    );
  });
});

describe('what only a signed head shows', () => {
  it('is a cut end, and rows that were made anew to the end: without a head they leave no trace', async () => {
    const cut = await found((log) => log.remove(60, rows), [head(59)]);
    expect(cut.findings).toEqual([]);
    const forged = await found(
      async (log) => {
        await log.change(60, { actor_name: 'Joku Muu' });
        await log.sealFrom(60);
      },
      [head(59)],
    );
    expect(forged.findings).toEqual([]);
  });
});

it('a log of which nothing is left is cut from the first row on', async () => {
  const { findings } = await found((log) => log.remove(1, rows), [head(77)]);
  expect(findings).toEqual([{ kind: 'cut', sequence: 1, to: 77 }]);
});

it('the log of another register fits nowhere', async () => {
  const database = await openDatabase(original);
  const chainId = '01890a5d-ac96-774b-bcce-b302099a9999';
  const { findings } = await walkLog(database.long, { chainId, heads });
  await database.close();
  expect(findings[0]).toEqual(changed(1, true));
});
