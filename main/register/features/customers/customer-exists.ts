import type { Queries } from '../../database/database.ts';

/** Port for the features whose rows belong to a customer. */
export async function customerExists(db: Queries, customerId: string): Promise<boolean> {
  const found = await db.selectFrom('customers').select('id').where('id', '=', customerId).executeTakeFirst();
  return found !== undefined;
}
