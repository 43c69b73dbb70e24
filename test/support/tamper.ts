import type { AuditRow } from '#main/register/audit-chain/chain.ts';
import { rowHash } from '#main/register/audit-chain/chain.ts';
import type { Connection } from '#main/register/database/driver.ts';
import type { OpenRegisterOptions } from '#main/register/database/open.ts';

/** What a staff member with the key and tools of their own can do to the log: no trigger holds them. */
export interface Tamperer {
  readonly connection: Connection;
  row(sequence: number): Promise<AuditRow>;
  /** Changes columns and leaves the hash. */
  change(sequence: number, changes: Partial<AuditRow>): Promise<void>;
  /** Changes columns and makes a new hash that fits. */
  changeAndSeal(sequence: number, changes: Partial<AuditRow>): Promise<void>;
  remove(from: number, to: number): Promise<void>;
  /** Adds `by` to the numbers of all rows from `from` on, and nothing else. */
  renumber(from: number, by: number): Promise<void>;
  insert(row: AuditRow): Promise<void>;
  /** Exchanges two whole rows but for their numbers. */
  swap(a: number, b: number): Promise<void>;
  /** Makes all hashes anew from a row on. */
  sealFrom(sequence: number): Promise<void>;
}

const guards = `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit!_%' ESCAPE '!'`;

/** Opens the closed register for tampering and closes it again. */
export async function tamper(
  register: OpenRegisterOptions,
  work: (tamperer: Tamperer) => Promise<void>,
): Promise<void> {
  const connection = await register.driver.open({ ...register, mode: 'write' });
  try {
    for (const { name } of await connection.all<{ name: string }>(guards))
      await connection.exec(`DROP TRIGGER ${name}`);
    await connection.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
    await work(tamperer(connection));
  } finally {
    await connection.close();
  }
}

function tamperer(connection: Connection): Tamperer {
  async function row(sequence: number): Promise<AuditRow> {
    const [found] = await connection.all<AuditRow>('SELECT * FROM audit_events WHERE sequence = ?', [
      sequence,
    ]);
    if (!found) throw new Error(`there is no row ${sequence}`);
    return found;
  }

  async function change(sequence: number, changes: Partial<AuditRow>): Promise<void> {
    const columns = Object.keys(changes);
    const sets = columns.map((column) => `${column} = ?`).join(', ');
    await connection.run(`UPDATE audit_events SET ${sets} WHERE sequence = ?`, [
      ...Object.values(changes),
      sequence,
    ]);
  }

  async function insert(added: AuditRow): Promise<void> {
    const columns = Object.keys(added);
    const places = columns.map(() => '?').join(', ');
    const text = `INSERT INTO audit_events (${columns.join(', ')}) VALUES (${places})`;
    await connection.run(text, Object.values(added));
  }

  return {
    connection,
    row,
    change,
    insert,
    async changeAndSeal(sequence, changes) {
      const changed = { ...(await row(sequence)), ...changes };
      await change(sequence, { ...changes, hash: rowHash(changed.previous_hash, changed) });
    },
    async remove(from, to) {
      await connection.run('DELETE FROM audit_events WHERE sequence BETWEEN ? AND ?', [from, to]);
    },
    async renumber(from, by) {
      await connection.run('UPDATE audit_events SET sequence = -(sequence + ?) WHERE sequence >= ?', [
        by,
        from,
      ]);
      await connection.run('UPDATE audit_events SET sequence = -sequence WHERE sequence < 0');
    },
    async swap(a, b) {
      await connection.run('UPDATE audit_events SET sequence = -? WHERE sequence = ?', [a, a]);
      await connection.run('UPDATE audit_events SET sequence = ? WHERE sequence = ?', [a, b]);
      await connection.run('UPDATE audit_events SET sequence = ? WHERE sequence = -?', [b, a]);
    },
    async sealFrom(sequence) {
      let previous = sequence > 1 ? (await row(sequence - 1)).hash : (await row(1)).previous_hash;
      const rows = await connection.all<AuditRow>(
        'SELECT * FROM audit_events WHERE sequence >= ? ORDER BY sequence',
        [sequence],
      );
      for (const one of rows) {
        const hash = rowHash(previous, one);
        await change(one.sequence, { previous_hash: previous, hash });
        previous = hash;
      }
    },
  };
}
