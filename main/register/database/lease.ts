import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connection, SqlExecutor } from './driver.ts';

/** A connection lent out: it works until it is given back and never after. */
export interface Lease extends SqlExecutor {
  release(): void;
}

interface Holding {
  readonly pool: LeasedConnection;
  active: boolean;
  readonly outer: Holding | undefined;
}

const holdings = new AsyncLocalStorage<Holding>();

/**
 * Lends one connection to one borrower at a time, in order of asking. A transaction keeps its lease to the end,
 * so that nothing else comes between its statements.
 */
export class LeasedConnection {
  #connection: Connection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** Waits for the connection. @throws Error when the caller is inside `holding` of this same connection */
  async acquire(): Promise<Lease> {
    this.#refuseOuterUse();
    const earlier = this.#last;
    let release = () => {};
    this.#last = new Promise<void>((resolve) => {
      release = resolve;
    });
    await earlier;
    return new ConnectionLease(this.#connection, release);
  }

  /** Lends `next` from now on. Only for the holder of a lease. @returns the connection before, still open */
  exchange(next: Connection): Connection {
    const before = this.#connection;
    this.#connection = next;
    return before;
  }

  /** Lends `next` to everybody who asks later, and closes the connection before when it has been given back. */
  async replace(next: Connection): Promise<void> {
    const lease = await this.acquire();
    const before = this.exchange(next);
    lease.release();
    await before.close();
  }

  /** Marks the work of a transaction, so that a use of the outer database inside it fails instead of hanging. */
  async holding<Value>(work: () => Promise<Value>): Promise<Value> {
    const holding: Holding = { pool: this, active: true, outer: holdings.getStore() };
    try {
      return await holdings.run(holding, work);
    } finally {
      holding.active = false;
    }
  }

  /** Resolves when everybody who has asked by now has given the connection back. */
  async settled(): Promise<void> {
    this.#refuseOuterUse();
    await this.#last;
  }

  #refuseOuterUse(): void {
    for (let held = holdings.getStore(); held; held = held.outer) {
      if (held.active && held.pool === this) {
        throw new Error(
          'Inside a transaction use only its own `tx`: the outer database would wait for itself',
        );
      }
    }
  }
}

class ConnectionLease implements Lease {
  #connection: Connection | null;
  readonly #giveBack: () => void;

  constructor(connection: Connection, giveBack: () => void) {
    this.#connection = connection;
    this.#giveBack = giveBack;
  }

  async exec(script: string): Promise<void> {
    return this.#borrowed().exec(script);
  }

  async all<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return this.#borrowed().all<Row>(sql, parameters);
  }

  async run(sql: string, parameters?: readonly unknown[]): Promise<{ changes: number }> {
    return this.#borrowed().run(sql, parameters);
  }

  release(): void {
    this.#connection = null;
    this.#giveBack();
  }

  #borrowed(): Connection {
    if (!this.#connection)
      throw new Error('The transaction has ended: a statement was not awaited inside it');
    return this.#connection;
  }
}
