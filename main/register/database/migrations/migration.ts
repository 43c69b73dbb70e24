import type { SqlExecutor } from '../driver.ts';

/**
 * One step of the schema. Steps are never edited once released: a later step corrects an earlier one.
 * `up` runs inside one transaction, with foreign keys unenforced (so that a table can be rebuilt) and checked after.
 */
export interface Migration {
  /** 1, 2, 3 …, the database's `user_version` after the step. */
  readonly version: number;
  /** As in the file name: `0002-customers.ts` is `customers`. */
  readonly name: string;
  up(sql: SqlExecutor): Promise<void>;
  /** Tables whose number of rows the step changes on purpose; all others must keep theirs. */
  readonly changesRowsOf?: readonly string[];
}
