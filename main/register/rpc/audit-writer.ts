import type { EntityRef } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import { type ChainHead, genesis, rowHash } from '../audit-chain/chain.ts';
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

export function auditWriter({ clock, newId, bootId, workstation }: Origin): AuditWriter {
  return {
    async write(tx, entry) {
      const time = { id: newId(), at: clock.now(), monotonic_ms: clock.monotonicMs(), boot_id: bootId };
      return appendRow(tx, { ...time, workstation }, entry);
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

/** Links one more row to the head that this same transaction reads: nothing else writes between. */
export async function appendRow(tx: Queries, origin: EventOrigin, entry: AuditEntry): Promise<ChainHead> {
  const previous = await headOfLog(tx);
  const details = storedDetails(entry.details);
  const { actor, action, outcome } = entry;
  const content = {
    ...origin,
    sequence: previous.sequence + 1,
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
  const row = { ...content, previous_hash: previous.hash, hash: rowHash(previous.hash, content) };
  await tx.insertInto('audit_events').values(row).execute();
  if (details) {
    await tx
      .insertInto('audit_details')
      .values({ event_id: row.id, ...details })
      .execute();
  }
  return { sequence: row.sequence, hash: row.hash };
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

function storedDetails(details: AuditDetails | undefined): { body: string; salt: string } | null {
  if (!details || Object.keys(details).length === 0) return null;
  return { body: JSON.stringify(details), salt: newSalt() };
}

/** The text as the database gives it back: half a surrogate pair would be stored as another character. */
function storable(text: string | undefined): string | null {
  return text === undefined ? null : Buffer.from(text, 'utf8').toString('utf8');
}
