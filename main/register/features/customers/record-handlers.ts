import type { Contract } from '#shared/contract.ts';
import type { Source } from '#shared/features/customers/contract.ts';
import type { CustomerRecord, ShownRecord } from '#shared/features/customers/records.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import { ageOn, dateAt } from '#shared/values/dates.ts';
import type { CommandContext, Handlers } from '../../rpc/handlers.ts';
import { refuseLateUndo, refuseUndoOfOthers } from '../../rpc/undo-rule.ts';
import { changesOfRecord, insertRecordChange, type RecordChange } from './record-changes.ts';
import { deleteRecord, insertRecord, otherNames, type RecordHead, recordsOf } from './records-store.ts';
import { fileCustomer } from './search.ts';
import { type Customer, existing, findCustomer } from './store.ts';

/** Names, addresses, notes, credit checks and guardians: each comes and goes whole, and the history keeps it. */
export const recordHandlers: Pick<
  Handlers<Contract['customers']>,
  'addRecord' | 'removeRecord' | 'restoreRecord'
> = {
  async addRecord({ id, customerId, record, source }, context) {
    const customer = await existing(context.tx, customerId);
    if (record.kind === 'guardian') await refuseGuardian(context, customer, record);
    await insertRecord(context.tx, headOf(context, id, customerId, source), record);
    await remember(context, customerId, { recordId: id, oldRecord: null, newRecord: record, source });
    if (record.kind === 'name') await fileAgain(context, customer);
    context.detail({ kind: record.kind });
    return {};
  },

  async removeRecord({ customerId, id }, context) {
    const customer = await existing(context.tx, customerId);
    const found = (await recordsOf(context.tx, customerId)).find((stored) => stored.id === id);
    if (!found || found.record.kind === 'group') throw new AppError({ kind: 'not-found' });
    await deleteRecord(context.tx, found.record.kind, id);
    const { record, source } = found;
    await remember(context, customerId, { recordId: id, oldRecord: record, newRecord: null, source });
    if (record.kind === 'name') await fileAgain(context, customer);
    context.detail({ kind: record.kind });
    return {};
  },

  async restoreRecord({ customerId, id }, context) {
    const customer = await existing(context.tx, customerId);
    const changes = await changesOfRecord(context.tx, customerId, id);
    const { record, source, came } = removedRecord(changes, context);
    if (record.kind === 'guardian') await refuseGuardian(context, customer, record);
    const traces = { source_at: came.at, recorded_by: came.by, recorded_by_name: came.byName };
    await insertRecord(context.tx, { id, customer_id: customerId, source, ...traces }, record);
    await remember(context, customerId, { recordId: id, oldRecord: null, newRecord: record, source });
    if (record.kind === 'name') await fileAgain(context, customer);
    context.detail({ kind: record.kind });
    return {};
  },
};

interface Removed {
  readonly record: CustomerRecord;
  readonly source: Source;
  /** When it came first, and who wrote it down. */
  readonly came: RecordChange['changed'];
}

/**
 * @param changes of one record, newest first
 * @throws AppError `not-found` unless it was taken away last; `not-own-recording`; `undo-too-late`
 */
function removedRecord(changes: readonly RecordChange[], { actor, now }: CommandContext): Removed {
  const removal = changes[0];
  const came = changes.findLast(({ newRecord }) => newRecord !== null)?.changed;
  const record = removal?.oldRecord ?? null;
  if (!removal || !came || record === null || record.kind === 'group')
    throw new AppError({ kind: 'not-found' });
  const { changed, source } = removal;
  refuseUndoOfOthers(actor, changed.by, changed.byName);
  refuseLateUndo(now, changed.at);
  // it was checked when it came, and the history keeps it whole
  return { record: record as CustomerRecord, source, came };
}

export function headOf(
  { now, actor }: CommandContext,
  id: string,
  customerId: string,
  source: Source,
): RecordHead {
  return {
    id,
    customer_id: customerId,
    source,
    source_at: now,
    recorded_by: actor.id,
    recorded_by_name: actor.name,
  };
}

interface What {
  readonly recordId: string;
  readonly oldRecord: ShownRecord | null;
  readonly newRecord: ShownRecord | null;
  readonly source: Source;
}

export async function remember({ tx, actor, now, newId }: CommandContext, customerId: string, what: What) {
  const changed = { at: now, by: actor.id, byName: actor.name };
  await insertRecordChange(tx, customerId, { id: newId(), ...what, changed });
}

/** The search finds a customer by earlier and other names too. */
async function fileAgain({ tx }: CommandContext, { id, number, details }: Customer): Promise<void> {
  await fileCustomer(tx, id, { number, ...details, otherNames: await otherNames(tx, id) });
}

const adult = 18;

/** A guardian is another customer, and only a minor has one (Laki lapsen huollosta 361/1983, 3 §). */
async function refuseGuardian(
  { tx, now }: CommandContext,
  customer: Customer,
  { otherId }: Extract<CustomerRecord, { kind: 'guardian' }>,
): Promise<void> {
  if (otherId === customer.id || !(await findCustomer(tx, otherId)))
    throw new AppError({ kind: 'not-found' });
  const age = ageOn(customer.details.birthDate, dateAt(now));
  if (age >= adult) throw ruleBroken('guardian-of-adult', { age });
}
