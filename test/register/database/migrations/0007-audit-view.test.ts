import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Connection } from '#main/register/database/driver.ts';
import { applyMigrations } from '#main/register/database/migrate.ts';
import { migrateCopy } from '#main/register/database/migrate-copy.ts';
import { migrations } from '#main/register/database/migrations/index.ts';
import { registerAtVersion, type TemporaryRegister } from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';

/** A register of version 5 with three rows in its log, brought to version 6, where they are a chain. */
async function withLog(): Promise<TemporaryRegister> {
  const register = await registerAtVersion(5);
  await using(register, async (connection) => {
    for (const sequence of [1, 2, 3])
      await connection.run(
        `INSERT INTO audit_events (id, at, monotonic_ms, boot_id, actor_id, actor_name, roles, action, outcome)
          VALUES (?, ?, ?, 'boot', 'u', 'U', '["reception"]', 'customers.card', 'done')`,
        [`e${sequence}`, at, sequence],
      );
    await applyMigrations(connection, migrations.slice(0, 6));
  });
  return register;
}

async function using<Value>(
  { driver, file, key }: Pick<TemporaryRegister, 'driver' | 'file' | 'key'>,
  work: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const connection = await driver.open({ file, key, mode: 'write' });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

const events = (connection: Connection) =>
  connection.all('SELECT sequence, id, at, action, hash FROM audit_events ORDER BY sequence');

const mark = (sequence: number, change = '') =>
  `INSERT INTO audit_marks (sequence, rule, at, reason) VALUES (${sequence}, 'many-cards', '${at}', '{}'); ${change}`;
const resolved = `UPDATE audit_marks SET resolved_at = '${at}', resolved_by = 'u', resolved_by_name = 'U', note = 'varaus'`;

/** What the schema says to a script, on the register of today. */
async function refusal(script: string): Promise<unknown> {
  const register = await withLog();
  const targetFile = join(register.folder, 'register-new.db');
  await migrateCopy({ ...register, targetFile });
  return using({ ...register, file: targetFile }, (connection) =>
    connection.exec(script).then(
      () => 'taken',
      (error: { kind: string; message: string }) =>
        error.kind === 'refused' ? error.message.replace(/^.*: /, '') : error.kind,
    ),
  );
}

describe('the step to the view of the log', () => {
  it('leaves every row of the log as it was, and nothing is marked or looked through yet', async () => {
    const register = await withLog();
    const before = await using(register, events);
    expect(before).toHaveLength(3);
    const targetFile = join(register.folder, 'register-new.db');
    const { fromVersion } = await migrateCopy({ ...register, targetFile });
    expect(fromVersion).toBe(6);
    await using({ ...register, file: targetFile }, async (connection) => {
      expect(await events(connection)).toEqual(before);
      for (const table of ['audit_rules', 'audit_marks', 'audit_review'])
        expect(await connection.all(`SELECT * FROM ${table}`)).toEqual([]);
    });
  });

  it.each<[string, string, string]>([
    ['a mark on a row of the log is taken', mark(1), 'taken'],
    ['a mark on a row that there is not is refused', mark(9), 'foreign-key'],
    ['the same mark twice is refused', mark(1, mark(1)), 'unique'],
    ['an open mark can be taken back', mark(1, 'DELETE FROM audit_marks'), 'taken'],
    ['an explanation is written beside a mark', mark(1, resolved), 'taken'],
    [
      'an explanation without words is refused',
      mark(1, `UPDATE audit_marks SET resolved_at = '${at}', resolved_by = 'u'`),
      'check',
    ],
    ['an explanation stays', mark(1, `${resolved}; ${resolved}`), 'an explanation cannot be changed'],
    [
      'an explained mark stays',
      mark(1, `${resolved}; DELETE FROM audit_marks`),
      'an explanation cannot be deleted',
    ],
    [
      'there is one place to which the log was looked through',
      'INSERT INTO audit_review VALUES (2, 0)',
      'check',
    ],
    ['which is never before the log', 'INSERT INTO audit_review VALUES (1, -1)', 'check'],
    [
      'rules that are no JSON are refused',
      `INSERT INTO audit_rules VALUES (1, 'rules', 1, '${at}', 'u', 'U')`,
      'check',
    ],
  ])('%s', async (_what, script, answer) => {
    expect(await refusal(script)).toBe(answer);
  });
});
