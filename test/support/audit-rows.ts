import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { rowHash } from '#main/register/audit-chain/chain.ts';
import type { AuditEventsTable } from '#main/register/database/audit-tables.ts';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { headOfLog } from '#main/register/rpc/audit-writer.ts';

/** What a made row may say; the rest of the chain's columns are filled in. */
export type MadeRow = Partial<Omit<AuditEventsTable, 'sequence' | 'id' | 'previous_hash' | 'hash'>>;

const usual: Omit<AuditEventsTable, 'sequence' | 'id' | 'previous_hash' | 'hash'> = {
  at: '2026-11-17T09:00:00.000Z',
  monotonic_ms: 0,
  boot_id: 'made',
  workstation: 'MADE-1',
  actor_id: '01890a5d-ac96-774b-bcce-b302099a8001',
  actor_name: 'Onni Keksilä',
  roles: '["reception"]',
  action: 'customers.search',
  outcome: 'started',
  customer_id: null,
  entity_type: null,
  entity_id: null,
  purpose: null,
  details_commitment: null,
};

const batch = 1000;

/** Adds rows to the chain as they would have been written, without doing what they tell of. */
export async function addRows(
  database: RegisterDatabase,
  count: number,
  row: (index: number) => MadeRow = () => ({}),
): Promise<void> {
  for (let start = 0; start < count; start += batch) {
    const size = Math.min(batch, count - start);
    await database.write(async (tx) => {
      let head = await headOfLog(tx);
      const rows = Array.from({ length: size }, (_, index) => {
        const content = { ...usual, ...row(start + index), id: uuidv7(), sequence: head.sequence + 1 };
        const linked = { ...content, previous_hash: head.hash, hash: rowHash(head.hash, content) };
        head = linked;
        return linked;
      });
      const columns = Object.keys(rows[0] ?? {}) as (keyof AuditEventsTable)[];
      const values = JSON.stringify(rows.map((one) => columns.map((column) => one[column])));
      await sql`INSERT INTO audit_events (${sql.join(columns.map((column) => sql.ref(column)))})
        SELECT ${sql.join(columns.map((_, index) => sql.raw(`value ->> ${index}`)))} FROM json_each(${values})`.execute(
        tx,
      );
    });
  }
}
