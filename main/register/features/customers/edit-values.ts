import type { Queries } from '../../database/database.ts';
import { changesOfVersion } from './changes.ts';
import { findCustomer } from './store.ts';
import { shownValue } from './views.ts';

/** What one edit changed; identity codes with the end masked. @param version the one that the edit made */
export async function editValues(
  db: Queries,
  customerId: string,
  version: number,
): Promise<{ field: string; before: string | null; after: string | null }[]> {
  const isProtected = (await findCustomer(db, customerId))?.details.contactProtected ?? true;
  const changes = await changesOfVersion(db, customerId, version);
  return changes.map(({ field, old_value, new_value }) => ({
    field,
    before: shownValue(field, old_value, isProtected),
    after: shownValue(field, new_value, isProtected),
  }));
}
