import type { ActiveTime } from '#shared/features/visits/price-on.ts';
import { compareNames } from '#shared/values/names.ts';
import type { Queries } from '../../database/database.ts';

export interface StoredPractitioner extends ActiveTime {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** Everybody who has served customers, by name; the former ones too. */
export async function allPractitioners(db: Queries): Promise<StoredPractitioner[]> {
  const rows = await db
    .selectFrom('practitioners')
    .select(['id', 'name', 'version', 'active_from as activeFrom', 'active_until as activeUntil'])
    .orderBy('id')
    .execute();
  return rows.sort((a, b) => compareNames(a.name, b.name));
}

export async function insertPractitioner(
  tx: Queries,
  practitioner: { id: string; name: string },
): Promise<void> {
  await tx
    .insertInto('practitioners')
    .values({ ...practitioner, active_from: null, active_until: null, version: 1 })
    .execute();
}

export async function practitionerById(db: Queries, id: string): Promise<StoredPractitioner | undefined> {
  return db
    .selectFrom('practitioners')
    .select(['id', 'name', 'version', 'active_from as activeFrom', 'active_until as activeUntil'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updatePractitioner(
  tx: Queries,
  id: string,
  { name, activeFrom, activeUntil }: Partial<{ name: string } & ActiveTime>,
): Promise<void> {
  await tx
    .updateTable('practitioners')
    .set((query) => ({
      ...(name !== undefined && { name }),
      ...(activeFrom !== undefined && { active_from: activeFrom }),
      ...(activeUntil !== undefined && { active_until: activeUntil }),
      version: query('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

export async function deletePractitioner(tx: Queries, id: string): Promise<void> {
  await tx.deleteFrom('practitioners').where('id', '=', id).execute();
}

/** Ids of practitioners that some visit names, of the given ones. */
export async function usedPractitioners(db: Queries, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('practitioners')
    .select('id')
    .where('id', 'in', ids)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('visits').select('visits.id').whereRef('practitioner_id', '=', 'practitioners.id')),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
}
