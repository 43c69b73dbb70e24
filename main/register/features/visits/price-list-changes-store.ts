import type { ChangedField, PriceListChange } from '#shared/features/visits/price-list-contract.ts';
import type { Queries } from '../../database/database.ts';
import type { PriceListChangesTable } from './tables.ts';

export interface Change {
  readonly field: ChangedField;
  readonly validFrom?: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

type Subject = PriceListChangesTable['subject'];

export interface Changer {
  readonly actor: { readonly id: string; readonly name: string };
  readonly now: string;
  newId(): string;
}

/** Writes down what was changed of one item, practitioner or class; a field that stayed the same is left out. */
export async function recordChanges(
  tx: Queries,
  subject: Subject,
  subjectId: string,
  changes: readonly Change[],
  { actor, now, newId }: Changer,
): Promise<void> {
  const rows = changes
    .filter(({ oldValue, newValue }) => oldValue !== newValue)
    .map(({ field, validFrom, oldValue, newValue }) => ({
      id: newId(),
      subject,
      subject_id: subjectId,
      field,
      valid_from: validFrom ?? null,
      old_value: oldValue,
      new_value: newValue,
      changed_at: now,
      changed_by: actor.id,
      changed_by_name: actor.name,
    }));
  if (rows.length > 0) await tx.insertInto('price_list_changes').values(rows).execute();
}

/** Newest first, at most the latest 200. */
export async function changesOf(
  db: Queries,
  subject: Subject,
  subjectId: string,
): Promise<PriceListChange[]> {
  const rows = await db
    .selectFrom('price_list_changes')
    .selectAll()
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    field: row.field,
    validFrom: row.valid_from,
    oldValue: row.old_value,
    newValue: row.new_value,
    at: row.changed_at,
    by: row.changed_by_name,
  }));
}
