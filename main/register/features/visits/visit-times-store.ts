import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

/** When the given customers had visits, from one instant until another, which is not included. */
export async function visitTimes(
  db: Queries,
  customerIds: readonly string[],
  from: string,
  until: string,
): Promise<{ customerId: string; at: string }[]> {
  return db
    .selectFrom('visits')
    .select(['customer_id as customerId', 'at'])
    .where('customer_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`)
    .where('at', '>=', from)
    .where('at', '<', until)
    .execute();
}

/** A visit in one line; null when there is none of the id. */
export async function visitInShort(
  db: Queries,
  id: string,
): Promise<{ at: string; service: string | null; totalCents: number } | null> {
  const row = await db
    .selectFrom('visits')
    .select(['at', 'service_name as service', 'total_cents as totalCents'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
