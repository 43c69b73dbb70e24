import { adultFrom } from '#shared/features/consents/ages.ts';
import type { Answering } from '#shared/features/consents/giver.ts';
import { ageOn } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';

/** Port for what a customer is asked: how old they are and who their guardians are. @param on `YYYY-MM-DD` */
export async function answeringFor(db: Queries, customerId: string, on: string): Promise<Answering | null> {
  const customer = await db
    .selectFrom('customers')
    .select('birth_date')
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) return null;
  const age = ageOn(customer.birth_date, on);
  // a guardianship ends by itself when the minor comes of age
  return { age, guardians: age < adultFrom ? await guardiansOn(db, customerId, on) : [] };
}

/** Each guardian once, however many links say so, in the order in which they were recorded. */
async function guardiansOn(db: Queries, customerId: string, on: string): Promise<Answering['guardians']> {
  const rows = await db
    .selectFrom('customer_links as link')
    .innerJoin('customers as guardian', 'guardian.id', 'link.other_id')
    .select(['guardian.id', 'guardian.first_names', 'guardian.last_name'])
    .where('link.customer_id', '=', customerId)
    .where('link.kind', '=', 'guardian')
    .where('link.valid_from', '<=', on)
    .where((is) => is.or([is('link.valid_until', 'is', null), is('link.valid_until', '>=', on)]))
    .groupBy('guardian.id')
    .orderBy((is) => is.fn.min('link.id'))
    .execute();
  return rows.map((row) => ({ customerId: row.id, name: `${row.first_names} ${row.last_name}` }));
}
