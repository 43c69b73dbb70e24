/**
 * Why the database refused. `unique`, `foreign-key` and `check` come from the schema (NOT NULL and STRICT types
 * count as `check`), `refused` from a trigger, `damaged` covers a wrong key too: SQLite cannot tell them apart.
 */
export type DatabaseErrorKind =
  | 'unique'
  | 'foreign-key'
  | 'check'
  | 'refused'
  | 'busy'
  | 'full'
  | 'damaged'
  | 'interrupted'
  | 'other';

/** An SQL failure, the same for every binding. The message names tables and columns, never values. */
export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind;
  /** For `unique` and `check`: what was violated, e.g. `customers.customer_number`. */
  readonly constraint: string | null;

  constructor(kind: DatabaseErrorKind, message: string, constraint: string | null = null) {
    super(message);
    this.name = 'DatabaseError';
    this.kind = kind;
    this.constraint = constraint;
  }
}
