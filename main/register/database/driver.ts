/**
 * What the register asks of an SQLCipher binding. Two bindings can serve the same file, so nothing here shows
 * the binding's own types, and whatever differs between them (keying, integrity checks, exports) is a method.
 */
export interface Driver {
  /**
   * Opens a keyed connection with every PRAGMA set, and proves nothing about the content yet.
   * @throws DatabaseError `damaged` when the key does not fit or the first page is not readable
   */
  open(options: OpenOptions): Promise<Connection>;
}

export interface OpenOptions {
  readonly file: string;
  /** The raw 256-bit key, 64 lower-case hexadecimal characters. */
  readonly key: string;
  /** `write` expects an existing file too: `createDatabase` makes the (empty) file itself, exclusively. */
  readonly mode: 'read' | 'write';
}

/** The only values that reach the binding: it turns everything else into NULL or text in silence. */
export type Parameter = string | number | boolean | null | Buffer;

/** SQL inside somebody else's transaction: what a migration gets. */
export interface SqlExecutor {
  /** Runs a script of several statements without parameters. */
  exec(script: string): Promise<void>;
  /** Runs one statement with `?` placeholders and returns its rows. */
  all<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Runs one INSERT, UPDATE or DELETE without RETURNING. */
  run(sql: string, parameters?: readonly unknown[]): Promise<{ readonly changes: number }>;
}

/** One database handle. Calls are queued: the handle never sees two at once. Errors are `DatabaseError`s. */
export interface Connection extends SqlExecutor {
  /** Ends the statement that runs now with `interrupted`; without one it does nothing. */
  interrupt(): void;
  /** Waits for queued calls and releases the handle. Closing twice is allowed. */
  close(): Promise<void>;
  /** Whether the binding really encrypts this handle. */
  isEncrypted(): Promise<boolean>;
  /**
   * Writes the whole content into an empty file under a key of its own: tables, rows, indexes and triggers, but
   * neither `user_version` nor `application_id`. Nothing is synced. @throws DatabaseError `full`, `interrupted`
   */
  exportTo(target: { readonly file: string; readonly key: string }): Promise<void>;
  /** Problems found in the whole file by these checks, empty when it is sound. */
  findDamage(checks: readonly DamageCheck[]): Promise<string[]>;
}

/** `seals` of all pages; `structure`, with each row held against each index; `references` from row to row. */
export type DamageCheck = 'seals' | 'structure' | 'references';
