import type { EventValues } from '#shared/features/audit/log.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import { rowsOf, type StoredRow } from './log-store.ts';

type ValuesOf<Kind extends EventValues['kind']> = Omit<Extract<EventValues, { kind: Kind }>, 'kind'>;

/** What the features remember of a change; null when they do not know it. */
export interface ValuePorts {
  editValues(db: Queries, customerId: string, version: number): Promise<ValuesOf<'details'>['changes']>;
  consentChange(db: Queries, customerId: string, entryId: string): Promise<ValuesOf<'consent'> | null>;
  visitInShort(db: Queries, visitId: string): Promise<ValuesOf<'visit'> | null>;
}

/** What a row changed. @throws AppError `not-found` */
export async function valuesOfEvent(
  ports: ValuePorts,
  db: Queries,
  sequence: number,
): Promise<{ customerId: string | null; values: EventValues }> {
  const [row] = await rowsOf(db, [sequence]);
  if (!row) throw new AppError({ kind: 'not-found' });
  const values = await valuesOf(ports, db, row);
  return { customerId: row.customerId, values: values ?? { kind: 'none' } };
}

async function valuesOf(
  ports: ValuePorts,
  db: Queries,
  { action, customerId, entityId, details }: StoredRow,
): Promise<EventValues | null> {
  if (customerId === null) return null;
  if (typeof details?.reason === 'string') return { kind: 'reason', reason: details.reason };
  if (action === 'customers.edit' && typeof details?.version === 'number') {
    return { kind: 'details', changes: await ports.editValues(db, customerId, details.version) };
  }
  if (action === 'consents.record' && entityId !== null) {
    const change = await ports.consentChange(db, customerId, entityId);
    return change && { kind: 'consent', ...change };
  }
  if (action === 'visits.log' && entityId !== null) {
    const visit = await ports.visitInShort(db, entityId);
    return visit && { kind: 'visit', ...visit };
  }
  return null;
}
