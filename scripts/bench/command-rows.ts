import { createHash } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { type AuditRowContent, type ChainHead, rowHash } from '#main/register/audit-chain/chain.ts';
import { detailsCommitment, newSalt } from '#main/register/audit-chain/details.ts';
import { staff } from '../fiction/register.ts';
import type { Client } from './client.ts';
import { atMostTimes, interleaved, quantile, type Row, row } from './measure.ts';
import type { PlainTwin } from './plain.ts';

/** Making a group, a word of the office: one small row, and the row of its history that every edited table has. */
interface Deed {
  readonly id: string;
  readonly name: string;
}

const rounds = 300;

/**
 * A durable command beside plain SQLite, twice: beside the deed alone (is the name free, the group, its history, the
 * commit), and beside the deed with the same audit row, its details and the kept answer as ours.
 */
export async function commandRows(client: Client, plain: PlainTwin): Promise<Row[]> {
  const add = () => client.call('customers', 'addGroup', newDeed());
  return [
    await commandRow('durable one-row command with its audit row, median', add, {
      work: plainCommand(plain, []),
      against: 'plain SQLite, the deed alone',
    }),
    await commandRow('durable one-row command, the same rows on both sides, median', add, {
      work: plainCommand(plain, [auditRowOf(plain), answerOf(plain)]),
      against: 'plain SQLite, deed, audit row with details and kept answer',
    }),
  ];
}

async function commandRow(
  name: string,
  add: () => Promise<unknown>,
  { work, against }: { work: () => void; against: string },
): Promise<Row> {
  const { ours, reference } = await interleaved(rounds, add, work);
  const figures = { ours: quantile(ours, 0.5), reference: quantile(reference, 0.5), against };
  return row(name, figures, atMostTimes(2));
}

const newDeed = (): Deed => ({ id: uuidv7(), name: uuidv7() });

/** The deed in a transaction of its own, with what else is to be written beside it. */
function plainCommand(plain: PlainTwin, others: readonly ((deed: Deed, at: string) => void)[]): () => void {
  const find = plain.prepare('SELECT * FROM customer_groups WHERE id = ? OR name = ?');
  const insert = plain.prepare(
    `INSERT INTO customer_groups (id, name, retired_at, version, created_at, created_by, created_by_name)
     VALUES (?, ?, NULL, 1, ?, ?, ?)`,
  );
  const remember = plain.prepare(
    `INSERT INTO customer_group_changes
       (id, group_id, field, old_value, new_value, changed_at, changed_by, changed_by_name)
     VALUES (?, ?, 'added', NULL, ?, ?, ?, ?)`,
  );
  const command = plain.transaction((deed: Deed, at: string) => {
    if (find.get(deed.id, deed.name)) throw new Error('the group is there already');
    insert.run(deed.id, deed.name, at, actorId, staff[0].name);
    remember.run(uuidv7(), deed.id, deed.name, at, actorId, staff[0].name);
    for (const write of others) write(deed, at);
  });
  return () => command.immediate(newDeed(), new Date().toISOString());
}

const actorId = uuidv7();
const bootId = uuidv7();

function auditRowOf(plain: PlainTwin): (deed: Deed, at: string) => void {
  const head = plain.prepare('SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1');
  const columns = plain
    .prepare('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all('audit_events') as string[];
  const insert = plain.prepare(
    `INSERT INTO audit_events (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const insertDetails = plain.prepare('INSERT INTO audit_details (event_id, body, salt) VALUES (?, ?, ?)');
  return (deed, at) => {
    const previous = head.get() as ChainHead;
    const [salt, body] = [newSalt(), JSON.stringify({ name: deed.name })];
    const content: AuditRowContent = {
      ...{ sequence: previous.sequence + 1, id: uuidv7(), at, monotonic_ms: Math.round(performance.now()) },
      ...{ boot_id: bootId, workstation: 'BENCH-1', actor_id: actorId, actor_name: staff[0].name },
      ...{ roles: JSON.stringify(staff[0].roles), action: 'customers.addGroup', outcome: 'done' },
      ...{ customer_id: null, entity_type: 'customer-group', entity_id: deed.id },
      ...{ purpose: null, details_commitment: detailsCommitment(salt, body) },
    };
    insert.run({ ...content, previous_hash: previous.hash, hash: rowHash(previous.hash, content) });
    insertDetails.run(content.id, body, salt);
  };
}

function answerOf(plain: PlainTwin): (deed: Deed, at: string) => void {
  const find = plain.prepare('SELECT * FROM command_results WHERE request_id = ?');
  const insert = plain.prepare(
    `INSERT INTO command_results (request_id, actor_id, procedure, input_hash, result, at)
     VALUES (?, ?, 'customers.addGroup', ?, '{}', ?)`,
  );
  return (deed, at) => {
    const requestId = uuidv7();
    if (find.get(requestId)) throw new Error('the request has its answer already');
    insert.run(requestId, actorId, createHash('sha256').update(JSON.stringify(deed)).digest('hex'), at);
  };
}
