import type { CustomerGroup } from '#shared/features/customers/contract.ts';
import { compareNames, nameSortKey } from '#shared/values/names.ts';
import type { Queries } from '../../database/database.ts';
import type { RecordHead } from './records-store.ts';
import type { Trace } from './store.ts';

/** The words of the office by name, with how many customers each has. */
export async function findGroups(db: Queries): Promise<CustomerGroup[]> {
  const rows = await db
    .selectFrom('customer_groups')
    .leftJoin('customer_group_members', 'customer_group_members.group_id', 'customer_groups.id')
    .select(({ fn }) => [
      'customer_groups.id',
      'version',
      'name',
      'retired_at',
      fn.count<number>('customer_group_members.id').as('members'),
    ])
    .groupBy('customer_groups.id')
    .execute();
  return rows
    .map(({ retired_at, ...group }) => ({ ...group, isRetired: retired_at !== null }))
    .sort((a, b) => compareNames(a.name, b.name));
}

export async function findGroup(db: Queries, id: string) {
  return db.selectFrom('customer_groups').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The group of this id and the group of this name, as far as there are any: both keys are unique. */
export async function findGroupsLike(db: Queries, { id, name }: { id: string; name: string }) {
  return db
    .selectFrom('customer_groups')
    .selectAll()
    .where((is) => is.or([is('id', '=', id), is('name', '=', name)]))
    .execute();
}

export async function insertGroup(
  tx: Queries,
  { id, name, created }: { id: string; name: string; created: Trace },
): Promise<void> {
  const made = { created_at: created.at, created_by: created.by, created_by_name: created.byName };
  await tx
    .insertInto('customer_groups')
    .values({ id, name, retired_at: null, version: 1, ...made })
    .execute();
}

export async function updateGroup(
  tx: Queries,
  { id, version, name, retiredAt }: { id: string; version: number; name: string; retiredAt: string | null },
): Promise<void> {
  await tx
    .updateTable('customer_groups')
    .set({ name, version, retired_at: retiredAt })
    .where('id', '=', id)
    .execute();
}

/** A place in name order; who stands there, if anybody, makes no difference. */
export interface MemberPlace {
  readonly lastName: string;
  readonly firstNames: string;
  readonly id: string;
}

/** The group's customers in name order, those of one name by id, after a place or from the beginning. */
export async function memberIds(
  db: Queries,
  groupId: string,
  after: MemberPlace | null,
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('customer_group_members')
    .innerJoin('customer_search', 'customer_search.customer_id', 'customer_group_members.customer_id')
    .select('customer_search.customer_id as id')
    .where('group_id', '=', groupId)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('sort_key', 'customer_search.customer_id'),
          '>',
          tuple(nameSortKey(after ?? { lastName: '', firstNames: '' }), after?.id ?? ''),
        ),
      ),
    )
    .orderBy('sort_key')
    .orderBy('customer_search.customer_id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function membershipsOf(db: Queries, customerId: string) {
  return db
    .selectFrom('customer_group_members')
    .innerJoin('customer_groups', 'customer_groups.id', 'group_id')
    .select(['customer_group_members.id', 'group_id as groupId', 'name', 'source'])
    .where('customer_id', '=', customerId)
    .execute();
}

export async function insertMembership(tx: Queries, row: RecordHead & { group_id: string }): Promise<void> {
  await tx.insertInto('customer_group_members').values(row).execute();
}
