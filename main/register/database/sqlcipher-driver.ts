import sqlite3 from '@journeyapps/sqlcipher';
import type { Driver, OpenOptions } from './driver.ts';
import { SqlcipherConnection } from './sqlcipher-connection.ts';
import { toDatabaseError } from './sqlcipher-errors.ts';
import { keyLiteral } from './sqlcipher-key.ts';

/**
 * Every setting is written out, also where it is the default, so that a second binding opens the file the same
 * way. `cipher_memory_security` costs a factor of three; ending the process is the wipe of the memory. SQLCipher's
 * own log would write to stderr; every failure comes back as an error anyway.
 */
const settings = `
  PRAGMA cipher_log_level = NONE;
  PRAGMA cipher_memory_security = OFF;
  PRAGMA cipher_page_size = 4096;
  PRAGMA cipher_use_hmac = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
`;
const writing = 'PRAGMA journal_mode = WAL;';
const reading = 'PRAGMA query_only = ON;';

/** @journeyapps/sqlcipher: Linux and macOS. */
export const sqlcipherDriver: Driver = {
  async open({ file, key, mode }: OpenOptions) {
    const literal = keyLiteral(key);
    const connection = new SqlcipherConnection(await openHandle(file, mode), file);
    try {
      await connection.exec(`PRAGMA key = "${literal}"; ${settings}`);
      await connection.all('SELECT count(*) FROM sqlite_schema');
      await connection.exec(mode === 'write' ? writing : reading);
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  },
};

function openHandle(file: string, mode: OpenOptions['mode']): Promise<sqlite3.Database> {
  const flags = mode === 'write' ? sqlite3.OPEN_READWRITE : sqlite3.OPEN_READONLY;
  return new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(file, flags, (error) =>
      error ? reject(toDatabaseError(error)) : resolve(handle),
    );
  });
}
