import { sql } from 'kysely';
import type { Queries } from '../../database/database.ts';

export interface CustomerName {
  readonly number: number;
  readonly lastName: string;
  readonly firstNames: string;
}

/** Who the customers are, however many; those that do not exist are missing. */
export async function customerNames(db: Queries, ids: readonly string[]): Promise<Map<string, CustomerName>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('customers')
    .select(['id', 'customer_number', 'last_name', 'first_names'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { number: row.customer_number, lastName: row.last_name, firstNames: row.first_names },
    ]),
  );
}
