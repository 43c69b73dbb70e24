import type { Database, RunResult, Statement } from '@journeyapps/sqlcipher';
import { DatabaseError } from './database-error.ts';
import type { Connection, DamageCheck, Parameter } from './driver.ts';
import { bindable, countPlaceholders } from './parameters.ts';
import { ofExport, ofFullDisk, toDatabaseError } from './sqlcipher-errors.ts';
import { keyLiteral } from './sqlcipher-key.ts';

/** Prepared statements are twice as fast as one-off ones; each costs some kilobytes of memory. */
const cachedStatements = 200;

interface Prepared {
  readonly statement: Statement;
  readonly placeholders: number;
}

type Callback<Value> = (error: Error | null, value?: Value) => void;

/** How the binding is asked, and what it says in a row about one problem; `ok` when there is none. */
const damageChecks: Readonly<
  Record<DamageCheck, { pragma: string; describe: (row: Record<string, string>) => string | undefined }>
> = {
  seals: { pragma: 'cipher_integrity_check', describe: ({ cipher_integrity_check: problem }) => problem },
  structure: { pragma: 'integrity_check', describe: ({ integrity_check: problem }) => problem },
  references: { pragma: 'foreign_key_check', describe: ({ table }) => `a row of ${table} points nowhere` },
};

/** One handle of the binding, used by one call at a time. */
export class SqlcipherConnection implements Connection {
  readonly #handle: Database;
  readonly #file: string;
  /** In order of last use: the first one is the next to go. */
  readonly #statements = new Map<string, Prepared>();
  #last: Promise<unknown> = Promise.resolve();
  #closing: Promise<void> | null = null;
  #closed = false;
  #damaged = false;

  constructor(handle: Database, file: string) {
    this.#handle = handle;
    this.#file = file;
  }

  exec(script: string): Promise<void> {
    return this.#queue(() => call<void>((done) => this.#handle.exec(script, done)));
  }

  all<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#withStatement(sql, parameters, async (statement, values) => {
      const rows = await call<Row[]>((done) => statement.all(values, done));
      return rows ?? [];
    });
  }

  run(sql: string, parameters: readonly unknown[] = []): Promise<{ changes: number }> {
    return this.#withStatement(sql, parameters, async (statement, values) => {
      await call<void>((done) => statement.run(values, done));
      return { changes: (statement as RunResult).changes };
    });
  }

  interrupt(): void {
    if (!this.#closed) this.#handle.interrupt();
  }

  close(): Promise<void> {
    this.#closing ??= this.#queue(async () => {
      for (const { statement } of this.#statements.values()) await finalize(statement);
      this.#statements.clear();
      this.#closed = true;
      await call<void>((done) => this.#handle.close(done));
    });
    return this.#closing;
  }

  async isEncrypted(): Promise<boolean> {
    const [row] = await this.all<{ cipher_status: string }>('PRAGMA cipher_status');
    return row?.cipher_status === '1';
  }

  async findDamage(checks: readonly DamageCheck[]): Promise<string[]> {
    const problems: (string | undefined)[] = [];
    for (const check of checks) {
      const { pragma, describe } = damageChecks[check];
      try {
        const rows = await this.all<Record<string, string>>(`PRAGMA ${pragma}`);
        for (const row of rows) problems.push(describe(row));
      } catch (error) {
        problems.push(`${pragma}: ${toDatabaseError(error).message}`);
      }
    }
    return problems.flatMap((problem) => (problem === undefined || problem === 'ok' ? [] : [problem]));
  }

  async exportTo({ file, key }: { readonly file: string; readonly key: string }): Promise<void> {
    await this.run('ATTACH DATABASE ? AS copy KEY ?', [file, keyLiteral(key)]);
    try {
      // A copy that is broken off is thrown away, and a whole one is synced by whoever asked for it.
      await this.exec('PRAGMA copy.journal_mode = OFF; PRAGMA copy.synchronous = OFF');
      await this.all("SELECT sqlcipher_export('copy')");
    } catch (error) {
      // What is wrong with a copy that was broken off tells nothing of why it was.
      await this.exec('DETACH DATABASE copy').catch(() => undefined);
      throw ofExport(error);
    }
    await this.exec('DETACH DATABASE copy');
  }

  #withStatement<Value>(
    sql: string,
    parameters: readonly unknown[],
    use: (statement: Statement, values: Parameter[]) => Promise<Value>,
  ): Promise<Value> {
    return this.#queue(async () => {
      const prepared = await this.#prepare(sql);
      return use(prepared.statement, bindable(parameters, prepared.placeholders));
    });
  }

  async #prepare(sql: string): Promise<Prepared> {
    const known = this.#statements.get(sql);
    if (known) {
      this.#statements.delete(sql);
      this.#statements.set(sql, known);
      return known;
    }
    const placeholders = countPlaceholders(sql);
    let statement: Statement | undefined;
    await call<void>((done) => {
      statement = this.#handle.prepare(sql, done);
    });
    const prepared = { statement: statement as Statement, placeholders };
    this.#statements.set(sql, prepared);
    if (this.#statements.size > cachedStatements) await this.#dropOldest();
    return prepared;
  }

  async #dropOldest(): Promise<void> {
    for (const [sql, { statement }] of this.#statements) {
      this.#statements.delete(sql);
      return finalize(statement);
    }
  }

  /**
   * Runs `work` when every earlier call has ended. Finalizing while the handle works would freeze the thread,
   * so statements are dropped inside the queue too.
   */
  #queue<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(async () => {
      if (this.#closed) throw new DatabaseError('other', 'The database connection is closed');
      return work().catch(async (error: unknown) => {
        throw await this.#afterDamage(await ofFullDisk(error, this.#file));
      });
    });
    this.#last = result.catch(() => undefined);
    return result;
  }

  /**
   * A page with a broken seal disables the handle: SQLCipher then answers "out of memory" to everything. When a virtual
   * table was the one to meet that page, not even the first answer names damage: then one more read tells.
   */
  async #afterDamage(error: unknown): Promise<unknown> {
    if (!(error instanceof DatabaseError)) return error;
    if (error.kind === 'damaged') this.#damaged = true;
    if (error.kind !== 'other') return error;
    this.#damaged ||= isVague(error) && !(await this.#canRead());
    return this.#damaged ? new DatabaseError('damaged', error.message) : error;
  }

  #canRead(): Promise<boolean> {
    return call<void>((done) => this.#handle.exec('SELECT count(*) FROM sqlite_schema', done)).then(
      () => true,
      () => false,
    );
  }
}

function isVague({ message }: DatabaseError): boolean {
  return message.includes('out of memory') || message.includes('SQL logic error');
}

function finalize(statement: Statement): Promise<void> {
  return new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
}

function call<Value>(start: (done: Callback<Value>) => void): Promise<Value> {
  return new Promise<Value>((resolve, reject) => {
    start((error, value) => (error ? reject(toDatabaseError(error)) : resolve(value as Value)));
  });
}
