import { join } from 'node:path';
import { removeDatabase } from '../../database/create.ts';
import type { RegisterConnections } from '../../database/database.ts';
import { openConnections } from '../../database/open.ts';
import { makeRotatedCopy } from '../../database/rotate.ts';
import { sqlcipherDriver } from '../../database/sqlcipher-driver.ts';
import { newDatabaseName, type OpenRegister, removeUnnamed } from '../../open-register.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { rememberRosterEpoch } from '../../rpc/take-over.ts';
import { rotateDatabaseKey } from '../../vault/database-file.ts';
import { newKeySet } from '../../vault/database-keys.ts';
import { reopened, trustedContent } from '../../vault/trusted.ts';
import type { OpenVault } from '../../vault/vault.ts';
import { VaultError } from '../../vault/vault-error.ts';
import { readVaultFile } from '../../vault/vault-file.ts';

/** What a rotation needs of the task that runs it. */
export type RotationContext = Pick<
  TaskContext,
  'register' | 'signal' | 'clock' | 'progress' | 'replaceRegister'
>;

/**
 * Puts the register under a new database key, in a new file. Until the vault names that file nothing has changed,
 * and the rotation can be stopped; from then on it is done. A kill at any moment leaves one vault with its database,
 * and a file that nothing names, which the next sign-in removes.
 * @throws VaultError `not-administrator`, DatabaseError `full`, the signal's reason
 */
export async function rotateKey(context: RotationContext): Promise<void> {
  const { database, vault } = context.register;
  if (!vault.canAdminister) throw new VaultError({ kind: 'not-administrator' });
  const emptied: string[] = [];
  await database.moveTo(async (file) => {
    const { connections, isDurable } = await moved(context, file);
    if (isDurable) emptied.push(file);
    return connections;
  });
  // Cannot fail any more: a file that stays is removed at the next sign-in.
  for (const file of emptied) await removeDatabase(file).catch(() => undefined);
  await rememberRosterEpoch(context.register);
}

interface Moved {
  readonly connections: RegisterConnections;
  /** Whether the new vault would survive a power cut, so that the old file is needed no more. */
  readonly isDurable: boolean;
}

async function moved(context: RotationContext, from: string): Promise<Moved> {
  const { register, signal, clock, progress } = context;
  const { place, vault } = register;
  const name = newDatabaseName();
  const keySet = newKeySet();
  const to = { file: join(place.folder, name), key: keySet.database, keyEpoch: vault.keyEpoch + 1 };
  await makeRotatedCopy({
    driver: sqlcipherDriver,
    from: { file: from, key: vault.databaseKey },
    to,
    signal,
    progress,
    after: clock.after,
  });
  const { vaultId } = vault;
  // People may have been changed from another window since this one opened, and the copy knows of it.
  const rosterEpoch = (await trustedContent(place, vault)).roster.body.epoch;
  let connections: RegisterConnections | undefined;
  try {
    connections = await openConnections({ ...to, driver: sqlcipherDriver, vaultId, rosterEpoch });
    signal.throwIfAborted();
    const committed = await commit(register, { databaseFile: name, newKeySet: keySet });
    context.replaceRegister({ ...register, vault: committed.vault });
    return { connections, isDurable: committed.isDurable };
  } catch (error) {
    if (connections) await closeAll(connections);
    await removeUnnamed(place.folder, name);
    throw error;
  }
}

/** When a write reports a failure after its rename, the vault on the disk tells what holds. */
async function commit(
  { place, vault }: OpenRegister,
  rotated: Parameters<typeof rotateDatabaseKey>[2],
): Promise<{ vault: OpenVault; isDurable: boolean }> {
  try {
    return { vault: (await rotateDatabaseKey(place, vault, rotated)).open, isDurable: true };
  } catch (error) {
    const now = await readVaultFile(place.folder);
    if (now.database.file !== rotated.databaseFile) throw error;
    return { vault: reopened(now, vault), isDurable: false };
  }
}

async function closeAll({ writer, read, long }: RegisterConnections): Promise<void> {
  for (const connection of [read, long, writer]) await connection.close();
}
