import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AuditEventsTable } from '../database/audit-tables.ts';
import { canonicalBytes } from '../vault/canonical-json.ts';

/** A row of the log as it is stored. */
export type AuditRow = Selectable<AuditEventsTable>;

/** What the hash of a row speaks for: everything but the two hashes themselves. */
export type AuditRowContent = Omit<AuditRow, 'previous_hash' | 'hash'>;

/** The newest row: the next one is linked to it. */
export interface ChainHead {
  /** 0 before the first row. */
  readonly sequence: number;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  readonly hash: string;
}

/** What somebody signed: so far the log reached at that moment. */
export interface WitnessedHead extends ChainHead {
  /** UTC instant. */
  readonly at: string;
}

/** What the first row is linked to. @param chainId the id of the vault: no row of another register fits in */
export function genesis(chainId: string): ChainHead {
  const hash = createHash('sha256').update(canonicalBytes('audit-genesis', { chainId })).digest('hex');
  return { sequence: 0, hash };
}

/** SHA-256 of the previous row's hash (32 bytes) and the canonical text of this row, as 64 hexadecimal digits. */
export function rowHash(previousHash: string, row: AuditRowContent): string {
  return createHash('sha256').update(previousHash, 'hex').update(canonicalRow(row)).digest('hex');
}

/**
 * One text for one row: a JSON array in the order of the columns. Without keys to sort it is quick, and two different
 * rows never have the same text, since JSON marks where each value ends and whether it is a text, a number or nothing.
 */
function canonicalRow(row: AuditRowContent): string {
  return `vastaanotto/audit-event/1\n${JSON.stringify([
    row.sequence,
    row.id,
    row.at,
    row.monotonic_ms,
    row.boot_id,
    row.workstation,
    row.actor_id,
    row.actor_name,
    row.roles,
    row.action,
    row.outcome,
    row.customer_id,
    row.entity_type,
    row.entity_id,
    row.purpose,
    row.details_commitment,
  ])}`;
}

/** Whether the row's hash is that of its content, had it been written as row `place`. */
export function isSealed(row: AuditRow, place: number): boolean {
  return rowHash(row.previous_hash, place === row.sequence ? row : { ...row, sequence: place }) === row.hash;
}
