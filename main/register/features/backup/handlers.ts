import type { Contract } from '#shared/contract.ts';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers, TaskContext } from '../../rpc/handlers.ts';
import { copyName, inTurn, isRegisterDamage, makeVerifiedCopy, pruneCopies, UnverifiedCopy } from './copy.ts';
import { isFolder, isWritable, onSameDisk } from './place.ts';
import { insertRun, readPlace, readRuns, savePlace } from './store.ts';
import type { BackupFailure } from './tables.ts';

/** A month of evenings; older copies of ours are removed after each verified one. */
const keptCopies = 30;

export const backupHandlers: Handlers<Contract['backup']> = {
  async status(_input, { db, folder }) {
    return readStatus(db, folder);
  },

  async choosePlace(_input, context) {
    const { register, host, actor, clock } = context;
    const folder = await host.chooseFolder();
    if (folder !== null) {
      if (!(await isWritable(folder, `.vastaanotto-${context.newId()}`))) {
        throw ruleBroken('backup-place-unwritable', { place: folder });
      }
      await register.database.write((tx) =>
        savePlace(tx, { folder, chosenAt: clock.now(), chosenBy: actor.id }),
      );
    }
    const status = await readStatus(register.database.read, register.place.folder);
    return { outcome: folder === null ? 'cancelled' : 'chosen', status };
  },

  async run(_input, context) {
    const { database, place } = context.register;
    const folder = await readPlace(database.read);
    if (folder === null) throw ruleBroken('backup-place-missing', {});
    await inTurn(() => runOnRecord(folder, context));
    return readStatus(database.read, place.folder);
  },
};

async function readStatus(db: Queries, registerFolder: string): Promise<BackupStatus> {
  const place = await readPlace(db);
  const sameDisk = place !== null && (await onSameDisk(place, registerFolder));
  return { place, sameDisk, ...(await readRuns(db)) };
}

/** Every run is kept on record, a failed one with its reason in words of the contract. */
async function runOnRecord(folder: string, context: TaskContext): Promise<void> {
  const { register, clock, actor, signal, progress } = context;
  const started_at = clock.now();
  const copy_name = copyName(started_at, register.vault.vaultId, context.newId());
  const record = (failure: BackupFailure | null, bytes: number) =>
    register.database.write((tx) =>
      insertRun(tx, { started_at, finished_at: clock.now(), failure, bytes, copy_name, actor_id: actor.id }),
    );
  try {
    if (!(await isFolder(folder))) throw ruleBroken('backup-place-unwritable', { place: folder });
    const bytes = await makeVerifiedCopy({
      get register() {
        return context.register;
      },
      place: folder,
      name: copy_name,
      signal,
      progress,
    });
    await record(null, bytes);
    context.detail({ bytes, copy: copy_name });
  } catch (error) {
    const failure = failureOf(error, signal, await isFolder(folder));
    await record(failure, 0);
    context.detail({ failure });
    throw faultFor(failure, folder, error);
  }
  await pruneCopies(folder, register.vault.vaultId, keptCopies);
}

function failureOf(error: unknown, signal: AbortSignal, placeExists: boolean): BackupFailure {
  const code = (error as NodeJS.ErrnoException)?.code;
  if (signal.aborted) return 'stopped';
  if (!placeExists) return 'place-missing';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EIO') return 'unwritable';
  return error instanceof UnverifiedCopy || isRegisterDamage(error) ? 'unverified' : 'other';
}

function faultFor(failure: BackupFailure, place: string, error: unknown): unknown {
  if (failure === 'place-missing' || failure === 'unwritable')
    return ruleBroken('backup-place-unwritable', { place });
  if (failure === 'unverified' && !isRegisterDamage(error)) return ruleBroken('backup-unverified', { place });
  if (failure === 'full') return new AppError({ kind: 'storage-full' });
  return error;
}
