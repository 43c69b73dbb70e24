import type { Kysely } from 'kysely';
import type { EntityRef } from '#shared/rpc/procedure.ts';
import type { Clock } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { Actor, AuditDetails } from './handlers.ts';

export type AuditOutcome = 'done' | 'started' | 'failed' | 'refused' | 'cancelled';

export interface AuditEntry {
  readonly actor: Actor;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly customerId?: string | undefined;
  readonly entity?: EntityRef | undefined;
  readonly details?: AuditDetails | undefined;
}

/** Writes audit events inside the caller's transaction, so that a deed and its row are durable together. */
export interface AuditWriter {
  write(tx: Kysely<Schema>, entry: AuditEntry): Promise<void>;
}

export function auditWriter(clock: Clock, bootId: string, newId: () => string): AuditWriter {
  return {
    async write(tx, entry) {
      const id = newId();
      await tx
        .insertInto('audit_events')
        .values({
          id,
          at: clock.now(),
          monotonic_ms: clock.monotonicMs(),
          boot_id: bootId,
          actor_id: entry.actor.id,
          actor_name: entry.actor.name,
          roles: JSON.stringify(entry.actor.roles),
          action: entry.action,
          outcome: entry.outcome,
          customer_id: entry.customerId ?? null,
          entity_type: entry.entity?.type ?? null,
          entity_id: entry.entity?.id ?? null,
          purpose: null,
        })
        .execute();
      if (entry.details && Object.keys(entry.details).length > 0) {
        await tx
          .insertInto('audit_details')
          .values({ event_id: id, body: JSON.stringify(entry.details) })
          .execute();
      }
    },
  };
}
