import type { CustomerChange } from '#shared/features/customers/contract.ts';
import type { Queries } from '../../database/database.ts';
import { findChanges } from './changes.ts';
import { type CustomerName, customerNames } from './names-store.ts';
import { findRecordChanges, type RecordChange } from './record-changes.ts';
import type { Customer } from './store.ts';
import { shownRecord, shownValue } from './views.ts';

/** Every change of every field and record, newest first, without what the card hides. */
export async function historyOf(db: Queries, { id, details }: Customer): Promise<CustomerChange[]> {
  const isProtected = details.contactProtected;
  const fields = (await findChanges(db, id)).map(
    (change): CustomerChange => ({
      id: change.id,
      at: change.changed_at,
      by: change.changed_by_name,
      field: change.field,
      oldValue: shownValue(change.field, change.old_value, isProtected),
      newValue: shownValue(change.field, change.new_value, isProtected),
      oldRecord: null,
      newRecord: null,
      other: null,
      source: change.source,
    }),
  );
  const changedRecords = await findRecordChanges(db, id);
  const names = await customerNames(db, changedRecords.flatMap(guardianIds));
  const records = changedRecords.map(
    (change): CustomerChange => ({
      id: change.id,
      at: change.changed.at,
      by: change.changed.byName,
      field: change.kind,
      oldValue: null,
      newValue: null,
      oldRecord: shownRecord(change.oldRecord, isProtected),
      newRecord: shownRecord(change.newRecord, isProtected),
      other:
        guardianIds(change).flatMap((customerId) => someone(customerId, names.get(customerId)))[0] ?? null,
      source: change.source,
    }),
  );
  // Both lists come newest first; a sort that keeps equals in their order leaves each as it is.
  return [...fields, ...records].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Of a change one at most: a record comes or goes, and names one guardian. */
function guardianIds({ oldRecord, newRecord }: RecordChange): string[] {
  const record = newRecord ?? oldRecord;
  return record?.kind === 'guardian' ? [record.otherId] : [];
}

/** Empty for a customer who is no longer in the register. */
function someone(customerId: string, name: CustomerName | undefined): NonNullable<CustomerChange['other']>[] {
  return name ? [{ customerId, ...name }] : [];
}
