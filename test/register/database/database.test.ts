import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { breakPageOf } from '#test/support/damage.ts';
import { createTemporaryRegister, temporaryDatabase } from '#test/support/database.ts';
import { gate } from '#test/support/gate.ts';

const instant = '2026-03-03T08:00:00.000Z';
const endless = sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n`;

function result(request: string, body: unknown = null) {
  return {
    request_id: request,
    actor_id: 'actor',
    procedure: 'visits.log',
    input_hash: 'hash',
    result: JSON.stringify(body),
    at: instant,
  };
}

async function requests(database: RegisterDatabase): Promise<string[]> {
  const rows = await database.read
    .selectFrom('command_results')
    .select('request_id')
    .orderBy('request_id')
    .execute();
  return rows.map((row) => row.request_id);
}

describe('a write', () => {
  it('is seen by readers when it ends and not before', async () => {
    const database = await temporaryDatabase();
    const seen = await database.write(async (tx) => {
      await tx.insertInto('command_results').values(result('a')).execute();
      return requests(database);
    });
    expect(seen).toEqual([]);
    expect(await requests(database)).toEqual(['a']);
    expect(await database.long.selectFrom('command_results').select('request_id').execute()).toHaveLength(1);
  });

  it('leaves nothing behind when its work throws', async () => {
    const database = await temporaryDatabase();
    const failed = database.write(async (tx) => {
      await tx.insertInto('command_results').values(result('a')).execute();
      throw new Error('the rule said no');
    });
    await expect(failed).rejects.toThrow('the rule said no');
    expect(await requests(database)).toEqual([]);
    await database.write((tx) => tx.insertInto('command_results').values(result('b')).execute());
    expect(await requests(database)).toEqual(['b']);
  });

  it('leaves nothing behind when the database refuses a statement', async () => {
    const database = await temporaryDatabase();
    const failed = database.write(async (tx) => {
      await tx.insertInto('command_results').values(result('a')).execute();
      await tx.insertInto('command_results').values(result('a')).execute();
    });
    await expect(failed).rejects.toMatchObject({ kind: 'unique', constraint: 'command_results.request_id' });
    expect(await requests(database)).toEqual([]);
  });

  it('leaves nothing behind when the disk is full, and works when there is room again', async () => {
    const database = await temporaryDatabase();
    const setRoom = (pages: number) =>
      database.write((tx) => sql`PRAGMA max_page_count = ${sql.lit(pages)}`.execute(tx));
    await setRoom(1);
    const full = database.write(async (tx) => {
      await tx.insertInto('command_results').values(result('a')).execute();
      await tx
        .insertInto('command_results')
        .values(result('b', 'x'.repeat(100_000)))
        .execute();
    });
    await expect(full).rejects.toMatchObject({ kind: 'full' });
    expect(await requests(database)).toEqual([]);
    await setRoom(1_000_000);
    await database.write((tx) => tx.insertInto('command_results').values(result('c')).execute());
    expect(await requests(database)).toEqual(['c']);
  });

  it('is refused as damaged when it meets a broken page, and so is every later one', async () => {
    const closed = await createTemporaryRegister();
    await breakPageOf(closed, 'command_results');
    const database = await openDatabase(closed);
    for (let turn = 0; turn < 2; turn += 1) {
      const broken = database.write((tx) => tx.insertInto('command_results').values(result('a')).execute());
      await expect(broken).rejects.toMatchObject({ kind: 'damaged' });
    }
    await database.close();
  });

  it('says how many rows it changed, and returns the rows it was asked for', async () => {
    const database = await temporaryDatabase();
    await database.write(async (tx) => {
      const inserted = await tx
        .insertInto('command_results')
        .values([result('a'), result('b')])
        .executeTakeFirst();
      expect(inserted.numInsertedOrUpdatedRows).toBe(2n);
      const updated = await tx.updateTable('command_results').set({ procedure: 'x' }).executeTakeFirst();
      expect(updated.numUpdatedRows).toBe(2n);
      const returned = await tx
        .updateTable('command_results')
        .set({ procedure: 'y' })
        .where('request_id', '=', 'a')
        .returning(['request_id', 'procedure'])
        .execute();
      expect(returned).toEqual([{ request_id: 'a', procedure: 'y' }]);
      const deleted = await tx.deleteFrom('command_results').where('request_id', '=', 'b').executeTakeFirst();
      expect(deleted.numDeletedRows).toBe(1n);
    });
  });

  it('never has another write between its statements, whatever they do', async () => {
    const database = await temporaryDatabase();
    await database.write((tx) => tx.insertInto('command_results').values(result('counter', 0)).execute());
    const step = fc.record({ pauses: fc.array(fc.nat(3), { maxLength: 4 }), fails: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 25 }), async (steps) => {
        const before = await count(database);
        const outcomes = await Promise.allSettled(
          steps.map((one) => database.write((tx) => addOne(tx, one))),
        );
        const done = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
        expect(done).toBe(steps.filter((one) => !one.fails).length);
        expect(await count(database)).toBe(before + done);
      }),
      { numRuns: 25 },
    );
  });

  it('is done in the order of asking', async () => {
    const database = await temporaryDatabase();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, turn) => database.write(async () => void order.push(turn))),
    );
    expect(order).toEqual(Array.from({ length: 20 }, (_, turn) => turn));
  });

  it('refuses a write inside a write instead of waiting for itself', async () => {
    const database = await temporaryDatabase();
    const nested = database.write(() => database.write(async () => undefined));
    await expect(nested).rejects.toThrow('outer database would wait for itself');
    const deeper = database.write(() => database.readTransaction(() => database.checkpoint()));
    await expect(deeper).rejects.toThrow('outer database would wait for itself');
    const backup = database.readTransaction(async (tx) => {
      await tx.selectFrom('office').selectAll().execute();
      await database.write((other) => other.insertInto('command_results').values(result('a')).execute());
      await database.withQuietFile(async () => undefined);
    });
    await expect(backup).rejects.toThrow('outer database would wait for itself');
  });

  it('allows a write that starts in a write and outlives it', async () => {
    const database = await temporaryDatabase();
    let later: Promise<unknown> = Promise.resolve();
    const end = gate();
    await database.write(async () => {
      later = end.opened.then(() =>
        database.write((tx) => tx.insertInto('command_results').values(result('a')).execute()),
      );
    });
    end.open();
    await later;
    expect(await requests(database)).toEqual(['a']);
  });

  it('refuses a statement that was not awaited inside it', async () => {
    const database = await temporaryDatabase();
    const kept = await database.write(async (tx) => ({ tx }));
    const late = kept.tx.insertInto('command_results').values(result('late')).execute();
    await expect(late).rejects.toThrow();
    expect(await requests(database)).toEqual([]);
  });

  it('keeps rows that others point to', async () => {
    const database = await temporaryDatabase();
    const orphan = database.write((tx) =>
      tx
        .insertInto('audit_details')
        .values({ event_id: 'nobody', body: '{}', salt: '0'.repeat(64) })
        .execute(),
    );
    await expect(orphan).rejects.toMatchObject({ kind: 'foreign-key' });
  });

  it('refuses a value that the binding would change in silence', async () => {
    const database = await temporaryDatabase();
    const date = new Date(0) as unknown as string;
    const insert = database.write((tx) =>
      tx
        .insertInto('command_results')
        .values({ ...result('a'), at: date })
        .execute(),
    );
    await expect(insert).rejects.toThrow('Parameter 6 cannot be stored');
  });
});

describe('a read', () => {
  it('cannot write', async () => {
    const database = await temporaryDatabase();
    for (const connection of [database.read, database.long]) {
      await expect(connection.deleteFrom('command_results').execute()).rejects.toThrow('readonly');
    }
    const inTransaction = database.readTransaction((tx) => tx.deleteFrom('command_results').execute());
    await expect(inTransaction).rejects.toThrow('readonly');
  });

  it.each(['read', 'long'] as const)('in a transaction of %s sees one state to its end', async (on) => {
    const database = await temporaryDatabase();
    const counts = await database.readTransaction(async (tx) => {
      const counted = async () =>
        (await tx.selectFrom('command_results').select('request_id').execute()).length;
      const before = await counted();
      await database.write((other) => other.insertInto('command_results').values(result('a')).execute());
      return [before, await counted()];
    }, on);
    expect(counts).toEqual([0, 0]);
    expect(await requests(database)).toEqual(['a']);
  });

  it('goes on while a long read and a write run', async () => {
    const database = await temporaryDatabase();
    const report = endless.execute(database.long).catch((error: unknown) => error);
    await database.write(async (tx) => {
      await tx.insertInto('command_results').values(result('a')).execute();
      expect(await requests(database)).toEqual([]);
    });
    expect(await requests(database)).toEqual(['a']);
    expect(await interruptedReads(database, report)).toMatchObject({ kind: 'interrupted' });
  });

  it('that was interrupted frees its connection', async () => {
    const database = await temporaryDatabase();
    const search = endless.execute(database.read).catch((error: unknown) => error);
    expect(await interruptedReads(database, search)).toMatchObject({ kind: 'interrupted' });
    expect(await requests(database)).toEqual([]);
  });
});

describe('the files of the register', () => {
  it('hold no value in plain text, neither the database nor its log', async () => {
    const database = await temporaryDatabase();
    const canary = 'Kanariaemäntä-020190-999X';
    await database.write((tx) => tx.insertInto('command_results').values(result('a', canary)).execute());
    const { folder } = database.register;
    const log = await expectNoPlaintext(folder, canary);
    expect(log).toContain('register-test.db-wal');
    expect(await database.checkpoint()).toBe(true);
    await expectNoPlaintext(folder, canary);
    await database.close();
    expect(await expectNoPlaintext(folder, canary)).toEqual(['register-test.db']);
  });

  it('close after the transactions that run', async () => {
    const database = await temporaryDatabase();
    const started = gate();
    const end = gate();
    const write = database.write(async (tx) => {
      started.open();
      await end.opened;
      await tx.insertInto('command_results').values(result('a')).execute();
    });
    await started.opened;
    const closed = database.close();
    end.open();
    await Promise.all([write, closed]);
    await expect(database.write(async () => undefined)).rejects.toThrow('closed');
    const again = await openDatabase(database.register);
    expect(await requests(again)).toEqual(['a']);
    await again.close();
  });
});

async function count(database: RegisterDatabase): Promise<number> {
  const row = await database.read.selectFrom('command_results').select('result').executeTakeFirstOrThrow();
  return Number(row.result);
}

/** Reads, waits a few turns of the event loop, and writes: a lost update if anything comes between. */
async function addOne(
  tx: RegisterDatabase['read'],
  step: { pauses: number[]; fails: boolean },
): Promise<void> {
  const row = await tx.selectFrom('command_results').select('result').executeTakeFirstOrThrow();
  for (const turns of step.pauses) {
    for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await tx.selectFrom('office').selectAll().execute();
  }
  await tx
    .updateTable('command_results')
    .set({ result: String(Number(row.result) + 1) })
    .execute();
  if (step.fails) throw new Error('failed after its change');
}

/** The statement starts on another thread, so the interrupt is repeated until it has hit. */
async function interruptedReads<Value>(database: RegisterDatabase, read: Promise<Value>): Promise<Value> {
  const repeat = setInterval(() => database.interruptReads(), 5);
  try {
    return await read;
  } finally {
    clearInterval(repeat);
  }
}

async function expectNoPlaintext(folder: string, canary: string): Promise<string[]> {
  const names = await readdir(folder);
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
      expect(bytes.includes(Buffer.from(canary, encoding))).toBe(false);
    }
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  }
  return names;
}
