import { CompiledQuery } from 'kysely';
import type { EntityRef } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import {
  type AuditRow,
  type AuditRowContent,
  type ChainHead,
  genesis,
  rowHash,
} from '../audit-chain/chain.ts';
import { detailsCommitment, newSalt } from '../audit-chain/details.ts';
import type { Clock } from '../clock.ts';
import type { Queries } from '../database/database.ts';
import type { AuditDetails } from './handlers.ts';

export type AuditOutcome = 'done' | 'started' | 'failed' | 'refused' | 'cancelled';

export interface AuditEntry {
  readonly actor: { readonly id: string | null; readonly name: string; readonly roles: readonly Role[] };
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly customerId?: string | undefined;
  readonly entity?: EntityRef | undefined;
  readonly details?: AuditDetails | undefined;
}

/** Writes audit events inside the caller's transaction, so that a deed and its row are durable together. */
export interface AuditWriter {
  /** @returns the row just written: the new head of the log */
  write(tx: Queries, entry: AuditEntry): Promise<ChainHead>;
}

/** Where and when the events happen. */
interface Origin {
  readonly clock: Clock;
  readonly newId: () => string;
  /** One start of the register process. */
  readonly bootId: string;
  readonly workstation: string;
}

/**
 * Remembers the row that it wrote last, so that the head need not be read before each row. The memory may be wrong (the
 * row was rolled back, another window wrote since): then nothing is linked to it, and the head is read after all.
 */
export function auditWriter({ clock, newId, bootId, workstation }: Origin): AuditWriter {
  let last: ChainHead | undefined;
  return {
    async write(tx, entry) {
      const time = { id: newId(), at: clock.now(), monotonic_ms: clock.monotonicMs(), boot_id: bootId };
      last = await appendRow(tx, { ...time, workstation }, entry, last);
      return last;
    },
  };
}

/** When and where one event was, in the columns of the table. */
export interface EventOrigin {
  readonly id: string;
  readonly at: string;
  readonly monotonic_ms: number;
  readonly boot_id: string;
  readonly workstation: string;
}

/**
 * Links one more row to the newest, inside the caller's transaction: nothing else writes between.
 * @param likelyHead the row that is probably the newest
 */
export async function appendRow(
  tx: Queries,
  origin: EventOrigin,
  entry: AuditEntry,
  likelyHead?: ChainHead,
): Promise<ChainHead> {
  const details = storedDetails(entry.details);
  const content = contentOf(origin, entry, details);
  const row =
    (likelyHead && (await insertIfNewest(tx, linked(likelyHead, content)))) ??
    (await insertRow(tx, linked(await headOfLog(tx), content)));
  if (details) {
    await tx
      .insertInto('audit_details')
      .values({ event_id: row.id, ...details })
      .execute();
  }
  return { sequence: row.sequence, hash: row.hash };
}

type Content = Omit<AuditRowContent, 'sequence'>;

function contentOf(origin: EventOrigin, entry: AuditEntry, details: StoredDetails | null): Content {
  const { actor, action, outcome } = entry;
  return {
    ...origin,
    actor_id: actor.id,
    actor_name: actor.name,
    roles: JSON.stringify(actor.roles),
    action,
    outcome,
    customer_id: storable(entry.customerId),
    entity_type: storable(entry.entity?.type),
    entity_id: storable(entry.entity?.id),
    purpose: null,
    details_commitment: details && detailsCommitment(details.salt, details.body),
  };
}

function linked(previous: ChainHead, content: Content): AuditRow {
  const row = { ...content, sequence: previous.sequence + 1 };
  return { ...row, previous_hash: previous.hash, hash: rowHash(previous.hash, row) };
}

async function insertRow(tx: Queries, row: AuditRow): Promise<AuditRow> {
  await tx.insertInto('audit_events').values(row).execute();
  return row;
}

/** A record, so that a column that is added to the table cannot be forgotten here. */
const everyColumn: Readonly<Record<keyof AuditRow, true>> = {
  sequence: true,
  id: true,
  at: true,
  monotonic_ms: true,
  boot_id: true,
  workstation: true,
  actor_id: true,
  actor_name: true,
  roles: true,
  action: true,
  outcome: true,
  customer_id: true,
  entity_type: true,
  entity_id: true,
  purpose: true,
  details_commitment: true,
  previous_hash: true,
  hash: true,
};
const columns = Object.keys(everyColumn) as (keyof AuditRow)[];

const insertText = `
  INSERT INTO audit_events (${columns.join(', ')}) SELECT ${columns.map(() => '?').join(', ')}
  WHERE (SELECT hash FROM audit_events ORDER BY sequence DESC LIMIT 1) = ? RETURNING sequence`;

/** One statement, as a command waits for it. @returns null, with nothing written, when the newest row is another one */
async function insertIfNewest(tx: Queries, row: AuditRow): Promise<AuditRow | null> {
  const values = [...columns.map((column) => row[column]), row.previous_hash];
  const { rows } = await tx.executeQuery(CompiledQuery.raw(insertText, values));
  return rows.length === 1 ? row : null;
}

/** The newest row of the log, or what the first one will be linked to. */
export async function headOfLog(db: Queries): Promise<ChainHead> {
  const newest = await db
    .selectFrom('audit_events')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest) return newest;
  const info = await db.selectFrom('register_info').select('vault_id').executeTakeFirstOrThrow();
  return genesis(info.vault_id);
}

interface StoredDetails {
  readonly body: string;
  readonly salt: string;
}

function storedDetails(details: AuditDetails | undefined): StoredDetails | null {
  if (!details || Object.keys(details).length === 0) return null;
  return { body: JSON.stringify(details), salt: newSalt() };
}

/** The text as the database gives it back: half a surrogate pair would be stored as another character. */
function storable(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text, 'utf8').toString('utf8');
}
