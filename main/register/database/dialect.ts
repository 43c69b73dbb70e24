import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Lease, LeasedConnection } from './lease.ts';

type Begin = 'BEGIN' | 'BEGIN IMMEDIATE';

/** Kysely on one leased connection; a transaction of the writer takes the write lock at its first statement. */
export function registerDialect(pool: LeasedConnection, begin: Begin): Dialect {
  return {
    createAdapter: () => new LeaseAdapter(),
    createDriver: () => new LeaseDriver(pool, begin),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Keeps Kysely from putting its own queue before the leases, which know who would wait for themselves. */
class LeaseAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class LeaseDriver implements Driver {
  readonly #pool: LeasedConnection;
  readonly #begin: Begin;

  constructor(pool: LeasedConnection, begin: Begin) {
    this.#pool = pool;
    this.#begin = begin;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<LeasedDatabaseConnection> {
    return new LeasedDatabaseConnection(await this.#pool.acquire());
  }

  async beginTransaction({ lease }: LeasedDatabaseConnection): Promise<void> {
    await lease.exec(this.#begin);
  }

  async commitTransaction({ lease }: LeasedDatabaseConnection): Promise<void> {
    await lease.exec('COMMIT');
  }

  /** SQLite has rolled back by itself after some errors (a full disk), and then has no transaction to end. */
  async rollbackTransaction({ lease }: LeasedDatabaseConnection): Promise<void> {
    await lease.exec('ROLLBACK').catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    });
  }

  async releaseConnection({ lease }: LeasedDatabaseConnection): Promise<void> {
    lease.release();
  }

  async destroy(): Promise<void> {}
}

class LeasedDatabaseConnection implements DatabaseConnection {
  readonly lease: Lease;

  constructor(lease: Lease) {
    this.lease = lease;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (!countsRows(query)) {
      return { rows: (await this.lease.all(query.sql, query.parameters)) as Row[] };
    }
    const { changes } = await this.lease.run(query.sql, query.parameters);
    return { rows: [], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: Kysely's interface asks for a stream; the register pages instead
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Streaming is not supported: read page by page');
  }
}

/** A change without RETURNING gives a count; everything else gives rows. */
function countsRows({ query }: CompiledQuery): boolean {
  switch (query.kind) {
    case 'InsertQueryNode':
    case 'UpdateQueryNode':
    case 'DeleteQueryNode':
      return query.returning === undefined;
    default:
      return false;
  }
}
