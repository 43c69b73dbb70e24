import { sql } from 'kysely';
import { firstRules, type UnusualRules } from '#shared/features/audit/unusual.ts';
import type { Queries } from '../../database/database.ts';
import type { FoundMark } from './rules.ts';

/** The rules in force; version 0 are the ones that nobody has changed. */
export async function currentRules(db: Queries): Promise<{ rules: UnusualRules; version: number }> {
  const row = await db.selectFrom('audit_rules').select(['body', 'version']).executeTakeFirst();
  return row ? { rules: JSON.parse(row.body), version: row.version } : { rules: firstRules, version: 0 };
}

export async function saveRules(
  tx: Queries,
  rules: UnusualRules,
  version: number,
  updated: { at: string; by: string; byName: string },
): Promise<void> {
  const row = {
    body: JSON.stringify(rules),
    version,
    updated_at: updated.at,
    updated_by: updated.by,
    updated_by_name: updated.byName,
  };
  await tx
    .insertInto('audit_rules')
    .values({ id: 1, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Up to which row the marks are final. */
export async function reviewedTo(db: Queries): Promise<number> {
  const row = await db.selectFrom('audit_review').select('reviewed_to').executeTakeFirst();
  return row?.reviewed_to ?? 0;
}

export async function setReviewedTo(tx: Queries, sequence: number): Promise<void> {
  await tx
    .insertInto('audit_review')
    .values({ id: 1, reviewed_to: sequence })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ reviewed_to: sequence })
        .where('audit_review.reviewed_to', '<', sequence),
    )
    .execute();
}

/** An event about a customer, done by a person, as stored. */
export interface StoredLook {
  readonly sequence: number;
  readonly at: string;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly action: string;
  readonly customer_id: string;
}

/** What people did with customers' data in a stretch of the log, in its order. */
export async function looksWithin(db: Queries, after: number, to: number): Promise<StoredLook[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select(['sequence', 'at', 'actor_id', 'actor_name', 'action', 'customer_id', 'outcome'])
    .where('sequence', '>', after)
    .where('sequence', '<=', to)
    .orderBy('sequence')
    .execute();
  return rows.flatMap(toLook);
}

/** The same for a time, as far as it was logged up to a row. */
export async function looksSince(
  db: Queries,
  from: string,
  until: string,
  to: number,
): Promise<StoredLook[]> {
  const rows = await db
    .selectFrom('audit_events')
    .select(['sequence', 'at', 'actor_id', 'actor_name', 'action', 'customer_id', 'outcome'])
    .where('at', '>=', from)
    .where('at', '<=', until)
    .where(sql<number>`+sequence`, '<=', to)
    .orderBy('at')
    .execute();
  return rows.flatMap(toLook).sort((a, b) => a.sequence - b.sequence);
}

type Row = Omit<StoredLook, 'actor_id' | 'customer_id'> & {
  readonly actor_id: string | null;
  readonly customer_id: string | null;
  readonly outcome: string;
};

function toLook({ outcome, actor_id, customer_id, ...row }: Row): StoredLook[] {
  if (actor_id === null || customer_id === null || outcome === 'refused') return [];
  return [{ ...row, actor_id, customer_id }];
}

/** `sequence rule` of the marks that nobody has looked into, and of those that somebody has, in a stretch of the log. */
export async function markKeysWithin(
  db: Queries,
  after: number,
  to: number,
): Promise<{ open: Set<string>; resolved: Set<string> }> {
  const rows = await db
    .selectFrom('audit_marks')
    .select(['sequence', 'rule', 'resolved_at'])
    .where('sequence', '>', after)
    .where('sequence', '<=', to)
    .execute();
  const keys = (isOpen: boolean) =>
    new Set(rows.filter((row) => (row.resolved_at === null) === isOpen).map(markKey));
  return { open: keys(true), resolved: keys(false) };
}

export function markKey({ sequence, rule }: { sequence: number; rule: string }): string {
  return `${sequence} ${rule}`;
}

/** Takes away the open marks that `keys` names (see `markKey`); resolved ones stay for ever. */
export async function removeOpenMarks(tx: Queries, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const [sequence = '', rule = ''] = key.split(' ');
    await tx
      .deleteFrom('audit_marks')
      .where('sequence', '=', Number(sequence))
      .where('rule', '=', rule)
      .where('resolved_at', 'is', null)
      .execute();
  }
}

export async function insertMarks(tx: Queries, marks: readonly FoundMark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx
    .insertInto('audit_marks')
    .values(
      marks.map(({ sequence, at, reason }) => ({
        sequence,
        rule: reason.rule,
        at,
        reason: JSON.stringify(reason),
        resolved_at: null,
        resolved_by: null,
        resolved_by_name: null,
        note: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes the explanation beside the open marks of a row. @returns how many there were */
export async function resolveMarks(
  tx: Queries,
  sequence: number,
  resolved: { at: string; by: string; byName: string; note: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('audit_marks')
    .set({
      resolved_at: resolved.at,
      resolved_by: resolved.by,
      resolved_by_name: resolved.byName,
      note: resolved.note,
    })
    .where('sequence', '=', sequence)
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
