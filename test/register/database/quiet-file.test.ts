import { copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { type TemporaryRegister, temporaryDatabase } from '#test/support/database.ts';
import { gate } from '#test/support/gate.ts';

/** Each row fills most of a page, so that a few hundred writes pass SQLite's automatic checkpoint many times. */
async function addRow(database: RegisterDatabase, number: number): Promise<void> {
  const row = {
    request_id: String(number).padStart(6, '0'),
    actor_id: 'actor',
    procedure: 'visits.log',
    input_hash: 'hash',
    result: JSON.stringify('x'.repeat(12_000)),
    at: '2026-03-03T08:00:00.000Z',
  };
  await database.write((tx) => tx.insertInto('command_results').values(row).execute());
}

async function countRows(database: RegisterDatabase): Promise<number> {
  const rows = await database.read.selectFrom('command_results').select('request_id').execute();
  return rows.length;
}

async function rowsOfCopy(register: TemporaryRegister, file: string): Promise<number> {
  expect(await findDamageInFile(register.driver, file, register.key)).toEqual([]);
  const copy = await openDatabase({ ...register, file });
  const rows = await countRows(copy);
  await copy.close();
  return rows;
}

describe('a quiet file', () => {
  it('copied while writes go on is whole and holds exactly the moment of the start', async () => {
    const database = await temporaryDatabase();
    const { register } = database;
    for (let number = 0; number < 50; number += 1) await addRow(database, number);
    let stop = false;
    const writing = (async () => {
      for (let number = 50; !stop; number += 1) await addRow(database, number);
    })();

    const target = join(register.folder, 'copy.db');
    const { before, size, changed } = await database.withQuietFile(async (file) => {
      const first = await stat(file);
      const atStart = await rowsInFileAlone(register, file, 'start.db');
      for (let rows = await countRows(database); (await countRows(database)) < rows + 400; ) await nextTurn();
      await copyFile(file, target);
      const last = await stat(file);
      return { before: atStart, size: last.size, changed: last.mtimeMs !== first.mtimeMs };
    });
    stop = true;
    await writing;

    expect(changed).toBe(false);
    expect((await stat(target)).size).toBe(size);
    expect(await rowsOfCopy(register, target)).toBe(before);
    expect(await countRows(database)).toBeGreaterThan(before + 400);
  });

  it('lets the log move into the file again when the work has ended or failed', async () => {
    const database = await temporaryDatabase();
    const failed = database.withQuietFile(async () => {
      await addRow(database, 1);
      throw new Error('no room in the backup folder');
    });
    await expect(failed).rejects.toThrow('no room');
    expect(await database.checkpoint()).toBe(true);
    expect((await stat(`${database.register.file}-wal`)).size).toBe(0);
  });

  it('waits for reads that still need the log, without stopping writes', async () => {
    const database = await temporaryDatabase();
    await addRow(database, 1);
    const reading = gate();
    const end = gate();
    const report = database.readTransaction(async (tx) => {
      await tx.selectFrom('command_results').select('request_id').execute();
      reading.open();
      await end.opened;
    }, 'long');
    await reading.opened;
    await addRow(database, 2);
    const quiet = database.withQuietFile((file) => rowsInFileAlone(database.register, file, 'copy.db'));
    for (let number = 3; number <= 10; number += 1) await addRow(database, number);
    end.open();
    await report;
    expect(await quiet).toBe(10);
  });

  it('is given to one at a time', async () => {
    const database = await temporaryDatabase();
    let inside = 0;
    const turns = Array.from({ length: 4 }, (_, turn) =>
      database.withQuietFile(async () => {
        inside += 1;
        expect(inside).toBe(1);
        await addRow(database, turn);
        inside -= 1;
      }),
    );
    await Promise.all(turns);
    expect(await countRows(database)).toBe(4);
  });
});

async function rowsInFileAlone(register: TemporaryRegister, file: string, name: string): Promise<number> {
  const copy = join(register.folder, name);
  await copyFile(file, copy);
  return rowsOfCopy(register, copy);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
