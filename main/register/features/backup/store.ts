import type { BackupStatus } from '#shared/features/backup/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { BackupRunsTable } from './tables.ts';

export async function readPlace(db: Queries): Promise<string | null> {
  const row = await db.selectFrom('backup_place').select('folder').executeTakeFirst();
  return row?.folder ?? null;
}

export async function savePlace(
  tx: Queries,
  place: { folder: string; chosenAt: string; chosenBy: string },
): Promise<void> {
  const row = { folder: place.folder, chosen_at: place.chosenAt, chosen_by: place.chosenBy };
  await tx
    .insertInto('backup_place')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function insertRun(tx: Queries, run: Omit<BackupRunsTable, 'sequence'>): Promise<void> {
  await tx.insertInto('backup_runs').values(run).execute();
}

/** The newest verified copy, and the newest run if that one failed. */
export async function readRuns(db: Queries): Promise<Pick<BackupStatus, 'lastDone' | 'failure'>> {
  const newest = await db
    .selectFrom('backup_runs')
    .selectAll()
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  const done = await db
    .selectFrom('backup_runs')
    .selectAll()
    .where('failure', 'is', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return {
    lastDone: done ? { at: done.finished_at, bytes: done.bytes } : null,
    failure: newest?.failure ? { at: newest.finished_at, reason: newest.failure } : null,
  };
}
