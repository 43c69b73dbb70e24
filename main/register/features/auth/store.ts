import type { Queries } from '../../database/database.ts';

export async function readClinicName(db: Queries): Promise<string> {
  const office = await db.selectFrom('office').select('name').where('id', '=', 1).executeTakeFirstOrThrow();
  return office.name;
}
