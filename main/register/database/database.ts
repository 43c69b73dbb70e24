import { stat } from 'node:fs/promises';
import { Kysely, type Transaction } from 'kysely';
import { DatabaseError } from './database-error.ts';
import { registerDialect } from './dialect.ts';
import type { Connection, SqlExecutor } from './driver.ts';
import { LeasedConnection } from './lease.ts';
import type { Schema } from './schema.ts';

/** What a store takes: the outer database for reading, or the `tx` of a transaction. */
export type Queries = Kysely<Schema>;

/** The open register. Reads see the last commit; writes stand in one queue. */
export interface RegisterDatabase {
  /** Read-only connection for what a person waits for. */
  readonly read: Queries;
  /** A second read-only connection, for reports and other long reads. */
  readonly long: Queries;
  /** Runs `work` as one transaction of the only writer; rolls everything back when it throws. */
  write<Value>(work: (tx: Transaction<Schema>) => Promise<Value>): Promise<Value>;
  /** Several reads that see one and the same state. Keep it short on `read`: others wait for it. */
  readTransaction<Value>(
    work: (tx: Transaction<Schema>) => Promise<Value>,
    on?: 'read' | 'long',
  ): Promise<Value>;
  /** Ends the statements that run on the read connections with a `DatabaseError` `interrupted`. */
  interruptReads(): void;
  /** Moves the write-ahead log into the file; false when a reader still needed part of it. */
  checkpoint(): Promise<boolean>;
  /**
   * Calls `work` with the path of the main file while that file cannot change and holds, alone, the state of this
   * moment. Writers go on meanwhile. @throws DatabaseError `busy` when reads never let the log be emptied
   */
  withQuietFile<Value>(work: (file: string) => Promise<Value>): Promise<Value>;
  /**
   * Goes over to another file with the same content. `prepare` gets the path of the present file, while nothing
   * writes to it, and returns the connections to the new one as soon as that is the register; if it throws, all
   * stays as it was. Nobody else notices: what has waited is done in the new file.
   */
  moveTo(prepare: (file: string) => Promise<RegisterConnections>): Promise<void>;
  /** Waits for what is running, then closes every connection and the log. */
  close(): Promise<void>;
}

export interface RegisterConnections {
  readonly file: string;
  readonly writer: Connection;
  readonly read: Connection;
  readonly long: Connection;
  /** One more read-only connection, for `withQuietFile`. */
  openReader(): Promise<Connection>;
}

/** Joins opened and checked connections into the register's database; `openDatabase` is the way to get them. */
export function registerDatabase(connections: RegisterConnections): RegisterDatabase {
  return new Connections(connections);
}

const quietAttempts = 50;

class Connections implements RegisterDatabase {
  readonly read: Queries;
  readonly long: Queries;
  #file: string;
  #openReader: () => Promise<Connection>;
  readonly #pools: Readonly<Record<'writer' | 'read' | 'long', LeasedConnection>>;
  readonly #writer: Queries;
  #lastQuiet: Promise<unknown> = Promise.resolve();

  constructor({ file, writer, read, long, openReader }: RegisterConnections) {
    this.#file = file;
    this.#openReader = openReader;
    this.#pools = {
      writer: new LeasedConnection(writer),
      read: new LeasedConnection(read),
      long: new LeasedConnection(long),
    };
    this.#writer = new Kysely({ dialect: registerDialect(this.#pools.writer, 'BEGIN IMMEDIATE') });
    this.read = new Kysely({ dialect: registerDialect(this.#pools.read, 'BEGIN') });
    this.long = new Kysely({ dialect: registerDialect(this.#pools.long, 'BEGIN') });
  }

  write<Value>(work: (tx: Transaction<Schema>) => Promise<Value>): Promise<Value> {
    return this.#writer.transaction().execute((tx) => this.#pools.writer.holding(() => work(tx)));
  }

  readTransaction<Value>(
    work: (tx: Transaction<Schema>) => Promise<Value>,
    on: 'read' | 'long' = 'read',
  ): Promise<Value> {
    return this[on].transaction().execute((tx) => this.#pools[on].holding(() => work(tx)));
  }

  interruptReads(): void {
    this.#pools.read.connection.interrupt();
    this.#pools.long.connection.interrupt();
  }

  async checkpoint(): Promise<boolean> {
    const lease = await this.#pools.writer.acquire();
    try {
      return await emptyLog(lease);
    } finally {
      lease.release();
    }
  }

  withQuietFile<Value>(work: (file: string) => Promise<Value>): Promise<Value> {
    return this.#inTurn(() => this.#quietly(work));
  }

  moveTo(prepare: (file: string) => Promise<RegisterConnections>): Promise<void> {
    return this.#inTurn(() => this.#move(prepare));
  }

  /** One at a time: a file that is being copied is not exchanged. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#lastQuiet.then(work);
    this.#lastQuiet = result.catch(() => undefined);
    return result;
  }

  async #move(prepare: (file: string) => Promise<RegisterConnections>): Promise<void> {
    const { writer, read, long } = this.#pools;
    const lease = await writer.acquire();
    try {
      const next = await prepare(this.#file);
      this.#file = next.file;
      this.#openReader = next.openReader;
      const before = writer.exchange(next.writer);
      // Both stand in line before the writer is free, so that whoever reads after a write reads the new file.
      const closing = [read.replace(next.read), long.replace(next.long), before.close()];
      lease.release();
      await Promise.allSettled(closing);
    } finally {
      lease.release();
    }
  }

  async #quietly<Value>(work: (file: string) => Promise<Value>): Promise<Value> {
    const reader = await this.#openReader();
    try {
      await this.#pinFile(reader);
      return await work(this.#file);
    } finally {
      await reader.close();
    }
  }

  /**
   * A reader that starts on an empty log reads the main file only, and while it reads, SQLite copies nothing from
   * the log into that file. Long reads can keep the log from being emptied: then wait for them without the writer.
   */
  async #pinFile(reader: Connection): Promise<void> {
    for (let attempt = 0; attempt < quietAttempts; attempt += 1) {
      const lease = await this.#pools.writer.acquire();
      try {
        if (await emptyLog(lease)) return await startReading(reader, this.#file);
      } finally {
        lease.release();
      }
      await Promise.all([this.#pools.read.settled(), this.#pools.long.settled()]);
    }
    throw new DatabaseError('busy', 'Reads kept the write-ahead log from being emptied');
  }

  async close(): Promise<void> {
    await this.#lastQuiet;
    for (const pool of [this.#pools.read, this.#pools.long, this.#pools.writer]) {
      await pool.settled();
      await pool.connection.close();
    }
  }
}

/**
 * Moves the whole log into the file and cuts it to nothing; false when a reader still needs it. The writer waits
 * for readers a tenth of a second at most, not the usual five.
 */
async function emptyLog(writer: SqlExecutor): Promise<boolean> {
  await writer.exec('PRAGMA busy_timeout = 100');
  const [outcome] = await writer.all<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
  await writer.exec('PRAGMA busy_timeout = 5000');
  return outcome?.busy === 0;
}

async function startReading(reader: Connection, file: string): Promise<void> {
  await reader.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
  const log = await stat(`${file}-wal`);
  if (log.size > 0) throw new DatabaseError('busy', 'Another process writes to the register');
}
