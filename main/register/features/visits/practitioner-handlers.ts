import type { priceListProcedures } from '#shared/features/visits/price-list-contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import {
  deletePractitioner,
  insertPractitioner,
  practitionerById,
  type StoredPractitioner,
  updatePractitioner,
  usedPractitioners,
} from './practitioners-store.ts';
import { timesChanges, timesProblem } from './price-edit-rules.ts';
import { recordChanges } from './price-list-changes-store.ts';

type PractitionerProcedures = Pick<
  Handlers<typeof priceListProcedures>,
  'addPractitioner' | 'renamePractitioner' | 'setPractitionerTimes' | 'removePractitioner'
>;

/** @throws AppError `not-found`; `conflict` when somebody has changed it since the version that was seen */
async function practitionerAsSeen(
  db: Queries,
  id: string,
  expectedVersion: number,
): Promise<StoredPractitioner> {
  const practitioner = await practitionerById(db, id);
  if (!practitioner) throw new AppError({ kind: 'not-found' });
  if (practitioner.version !== expectedVersion) throw new AppError({ kind: 'conflict', changed: ['name'] });
  return practitioner;
}

export const practitionerHandlers: PractitionerProcedures = {
  async addPractitioner({ id, name }, context) {
    const { tx, detail } = context;
    await insertPractitioner(tx, { id, name });
    const added = { field: 'added', oldValue: null, newValue: name } as const;
    await recordChanges(tx, 'practitioner', id, [added], context);
    detail({ name });
    return { id };
  },

  async renamePractitioner({ id, expectedVersion, name }, context) {
    const { tx, detail } = context;
    const before = await practitionerAsSeen(tx, id, expectedVersion);
    await updatePractitioner(tx, id, { name });
    const renamed = { field: 'name', oldValue: before.name, newValue: name } as const;
    await recordChanges(tx, 'practitioner', id, [renamed], context);
    detail({ name });
    return { id };
  },

  async setPractitionerTimes({ id, expectedVersion, ...times }, context) {
    const { tx, detail } = context;
    const before = await practitionerAsSeen(tx, id, expectedVersion);
    const problem = timesProblem(times);
    if (problem) throw new AppError({ kind: 'invalid-input', fields: problem });
    await updatePractitioner(tx, id, times);
    await recordChanges(tx, 'practitioner', id, timesChanges(before, times), context);
    detail({ name: before.name });
    return { id };
  },

  async removePractitioner({ id, expectedVersion }, context) {
    const { tx, detail } = context;
    const { name } = await practitionerAsSeen(tx, id, expectedVersion);
    if ((await usedPractitioners(tx, [id])).has(id)) throw ruleBroken('price-list-used', { name });
    await deletePractitioner(tx, id);
    const removed = { field: 'removed', oldValue: name, newValue: null } as const;
    await recordChanges(tx, 'practitioner', id, [removed], context);
    detail({ name });
    return { id };
  },
};
