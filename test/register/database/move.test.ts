import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#main/register/clock.ts';
import { removeDatabase } from '#main/register/database/create.ts';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { openConnections, openDatabase } from '#main/register/database/open.ts';
import { makeRotatedCopy } from '#main/register/database/rotate.ts';
import { type TemporaryRegister, temporaryDatabase } from '#test/support/database.ts';
import { gate } from '#test/support/gate.ts';

function addRow(database: RegisterDatabase, id: string): Promise<unknown> {
  const row = { actor_id: 'actor', procedure: 'visits.log', input_hash: 'hash', result: 'null' };
  const at = '2026-03-03T08:00:00.000Z';
  return database.write((tx) =>
    tx
      .insertInto('command_results')
      .values({ ...row, request_id: id, at })
      .execute(),
  );
}

async function ids(database: RegisterDatabase): Promise<string[]> {
  const rows = await database.read.selectFrom('command_results').select('request_id').execute();
  return rows.map((row) => row.request_id);
}

/** What opens the register in its new file. */
function elsewhere(register: TemporaryRegister): TemporaryRegister {
  const key = randomBytes(32).toString('hex');
  return { ...register, file: join(register.folder, 'register-moved.db'), key, keyEpoch: 2 };
}

function copyTo(from: TemporaryRegister, to: TemporaryRegister): Promise<void> {
  const { signal } = new AbortController();
  const { driver } = from;
  return makeRotatedCopy({ driver, from, to, signal, progress: () => undefined, after: systemClock.after });
}

describe('a database that moves to another file', () => {
  it('does what waited meanwhile in the new file, and nothing more in the old one', async () => {
    const database = await temporaryDatabase();
    const { register } = database;
    const moved = elsewhere(register);
    await addRow(database, 'before');
    const waiting: Promise<unknown>[] = [];
    await database.moveTo(async (file) => {
      expect(file).toBe(register.file);
      waiting.push(...['w1', 'w2', 'w3'].map((id) => addRow(database, id)));
      expect(await ids(database)).toEqual(['before']);
      await copyTo(register, moved);
      return openConnections(moved);
    });
    await Promise.all(waiting);
    await addRow(database, 'after');
    expect(await ids(database)).toEqual(['after', 'before', 'w1', 'w2', 'w3']);
    expect(await database.long.selectFrom('command_results').selectAll().execute()).toHaveLength(5);
    await database.withQuietFile(async (file) => expect(file).toBe(moved.file));

    const old = await openDatabase(register);
    expect(await ids(old)).toEqual(['before']);
    await old.close();
    await removeDatabase(register.file);
    expect((await readdir(register.folder)).every((name) => name.startsWith('register-moved'))).toBe(true);
  });

  it('lets a long read end in the old file and reads the new one next', async () => {
    const database = await temporaryDatabase();
    const moved = elsewhere(database.register);
    await addRow(database, 'before');
    const reading = gate();
    const end = gate();
    const report = database.readTransaction(async (tx) => {
      const first = await tx.selectFrom('command_results').select('request_id').execute();
      reading.open();
      await end.opened;
      const second = await tx.selectFrom('command_results').select('request_id').execute();
      return [first.length, second.length];
    }, 'long');
    await reading.opened;
    const move = database.moveTo(async () => {
      await copyTo(database.register, moved);
      return openConnections(moved);
    });
    await addRow(database, 'after');
    expect(await ids(database)).toEqual(['after', 'before']);
    end.open();
    expect(await report).toEqual([1, 1]);
    await move;
    expect(await database.long.selectFrom('command_results').selectAll().execute()).toHaveLength(2);
  });

  it('stays where it is when the new file cannot be made', async () => {
    const database = await temporaryDatabase();
    const failed = database.moveTo(async () => {
      throw new Error('no room');
    });
    await expect(failed).rejects.toThrow('no room');
    await addRow(database, 'after');
    expect(await ids(database)).toEqual(['after']);
    await database.withQuietFile(async (file) => expect(file).toBe(database.register.file));
  });

  it('waits for a file that is being copied, and the next copy waits for the move', async () => {
    const database = await temporaryDatabase();
    const moved = elsewhere(database.register);
    const order: string[] = [];
    const copying = gate();
    const turns = [
      database.withQuietFile(async () => {
        await copying.opened;
        order.push('copied');
      }),
      database.moveTo(async () => {
        order.push('moved');
        await copyTo(database.register, moved);
        return openConnections(moved);
      }),
      database.withQuietFile(async (file) => void order.push(file === moved.file ? 'new file' : 'old file')),
    ];
    copying.open();
    await Promise.all(turns);
    expect(order).toEqual(['copied', 'moved', 'new file']);
  });
});
