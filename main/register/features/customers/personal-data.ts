import type { CustomersPersonalData } from '#shared/features/customers/personal-data.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { PersonalData } from '../../feature-module.ts';
import { withNames } from './card.ts';
import { findChanges, wholeHistory } from './changes.ts';
import { findRecordChanges } from './record-changes.ts';
import { recordsOf, wardsOf } from './records-store.ts';
import { findCustomer } from './store.ts';

export const customersPersonalData: PersonalData<CustomersPersonalData> = {
  async collect(db, customerId) {
    const customer = await findCustomer(db, customerId);
    if (!customer) throw new AppError({ kind: 'not-found' });
    const changes = await findChanges(db, customerId, wholeHistory);
    const records = await recordsOf(db, customerId);
    const recordChanges = await findRecordChanges(db, customerId, wholeHistory);
    const wards = await wardsOf(db, customerId);
    return {
      customerNumber: customer.number,
      ...customer.details,
      restriction: customer.restriction,
      source: customer.source,
      sourceAt: customer.sourceAt,
      registeredAt: customer.created.at,
      registeredBy: customer.created.byName,
      updatedAt: customer.updated.at,
      updatedBy: customer.updated.byName,
      changes: changes.map((change) => ({
        field: change.field,
        oldValue: change.old_value,
        newValue: change.new_value,
        source: change.source,
        changedAt: change.changed_at,
        changedBy: change.changed_by_name,
      })),
      records: await withNames(db, records),
      guardianOf: wards.map(({ number, validFrom, validUntil }) => ({
        customerNumber: number,
        validFrom,
        validUntil,
      })),
      recordChanges: recordChanges.map(({ oldRecord, newRecord, source, changed }) => ({
        oldRecord,
        newRecord,
        source,
        changedAt: changed.at,
        changedBy: changed.byName,
      })),
    };
  },
};
