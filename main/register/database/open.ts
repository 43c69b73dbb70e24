import { type RegisterConnections, type RegisterDatabase, registerDatabase } from './database.ts';
import { DatabaseError } from './database-error.ts';
import type { Connection, Driver } from './driver.ts';
import { readVersion } from './migrate.ts';
import { schemaVersion } from './migrations/index.ts';
import { applicationId, type FileProblem, inspectFile, quarantine } from './register-file.ts';

/**
 * Why a register was not opened. The vault has proved the key before, so a key that does not fit means `damaged`
 * (or a different file), never a wrong password. `older-version` asks for `migrateCopy`; `older-vault` means that
 * the file was written under a newer vault than the one at hand.
 */
export type OpenProblem = FileProblem | 'different-file' | 'newer-version' | 'older-version' | 'older-vault';

export class OpenError extends Error {
  readonly problem: OpenProblem;
  /** Path of the copy set aside when the file is damaged; null when none was made. */
  readonly quarantined: string | null;

  constructor(problem: OpenProblem, quarantined: string | null = null) {
    super(`The register cannot be opened: ${problem}`);
    this.name = 'OpenError';
    this.problem = problem;
    this.quarantined = quarantined;
  }
}

export interface OpenRegisterOptions {
  readonly driver: Driver;
  readonly file: string;
  readonly key: string;
  readonly vaultId: string;
  readonly keyEpoch: number;
  readonly rosterEpoch: number;
}

/**
 * Opens an existing register after proving that it is one, whole, of this vault and of this schema version.
 * Nothing is written before every check has passed.
 * @throws OpenError
 */
export async function openDatabase(options: OpenRegisterOptions): Promise<RegisterDatabase> {
  return registerDatabase(await openConnections(options));
}

/** The same for a file that an open database is about to move to. @throws OpenError */
export async function openConnections(options: OpenRegisterOptions): Promise<RegisterConnections> {
  const { driver, file, key } = options;
  const read = await openChecked(options);
  const opened: Connection[] = [read];
  try {
    const writer = await driver.open({ file, key, mode: 'write' });
    opened.push(writer);
    await catchUp(writer, options);
    const openReader = () => driver.open({ file, key, mode: 'read' });
    return { file, writer, read, long: await openReader(), openReader };
  } catch (error) {
    for (const connection of opened) await connection.close();
    throw error;
  }
}

/** Opens the first, read-only connection and runs the checks on it; closes it when one fails. */
async function openChecked(options: OpenRegisterOptions): Promise<Connection> {
  const { driver, file, key } = options;
  const outside = await inspectFile(file);
  if (outside) throw await refusal(outside, file);
  let connection: Connection | undefined;
  try {
    connection = await driver.open({ file, key, mode: 'read' });
    const inside = await inspectContent(connection, options);
    if (!inside) return connection;
    throw await refusal(inside, file);
  } catch (error) {
    await connection?.close();
    if (error instanceof DatabaseError && error.kind === 'damaged') throw await refusal('damaged', file);
    throw error;
  }
}

async function refusal(problem: OpenProblem, file: string): Promise<OpenError> {
  return new OpenError(problem, problem === 'damaged' ? await quarantine(file) : null);
}

async function inspectContent(
  connection: Connection,
  { vaultId, keyEpoch, rosterEpoch }: OpenRegisterOptions,
): Promise<OpenProblem | null> {
  if (!(await connection.isEncrypted())) return 'plaintext';
  const [id] = await connection.all<{ application_id: number }>('PRAGMA application_id');
  if (id?.application_id !== applicationId) return 'different-file';
  const version = await readVersion(connection);
  if (version > schemaVersion) return 'newer-version';
  // Before version 6 there was no roster epoch.
  const [info] = await connection.all<{ vault_id: string; key_epoch: number; roster_epoch?: number }>(
    'SELECT * FROM register_info',
  );
  if (info?.vault_id !== vaultId) return 'different-file';
  if (info.key_epoch > keyEpoch || (info.roster_epoch ?? 0) > rosterEpoch) return 'older-vault';
  return version < schemaVersion ? 'older-version' : null;
}

/** The vault is written first, so the file may stand behind it after a crash. */
async function catchUp(writer: Connection, { keyEpoch, rosterEpoch }: OpenRegisterOptions): Promise<void> {
  await writer.run(
    `UPDATE register_info SET key_epoch = max(key_epoch, ?), roster_epoch = max(roster_epoch, ?)
     WHERE key_epoch < ? OR roster_epoch < ?`,
    [keyEpoch, rosterEpoch, keyEpoch, rosterEpoch],
  );
}
