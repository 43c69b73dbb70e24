import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type AuditRow, genesis, rowHash } from '#main/register/audit-chain/chain.ts';
import { detailsCommitment } from '#main/register/audit-chain/details.ts';
import type { Queries } from '#main/register/database/database.ts';
import { registerAtVersion, temporaryDatabase, upToDate } from '#test/support/database.ts';

const salt = 'ab'.repeat(32);
const body = '{"field":"phone"}';

function linked(row: Partial<AuditRow> = {}): AuditRow {
  const content = {
    sequence: 1,
    id: 'e1',
    at: '2026-03-03T08:00:00.000Z',
    monotonic_ms: 1200,
    boot_id: 'boot',
    workstation: 'TEST-1',
    actor_id: 'u1',
    actor_name: 'Helmi Testola',
    roles: '["reception"]',
    action: 'customers.card',
    outcome: 'done',
    customer_id: 'c1',
    entity_type: 'customer',
    entity_id: 'c1',
    purpose: null,
    details_commitment: detailsCommitment(salt, body),
    previous_hash: genesis('vault').hash,
    ...row,
  };
  return { ...content, hash: rowHash(content.previous_hash, content) };
}

const event = linked();
const next = linked({ sequence: 2, id: 'e2', details_commitment: null, previous_hash: event.hash });

/** A register with one audit event and its details. */
async function withEvent() {
  const database = await temporaryDatabase();
  await database.write(async (tx) => {
    await tx.insertInto('audit_events').values(event).execute();
    await tx.insertInto('audit_details').values({ event_id: event.id, body, salt }).execute();
  });
  return database;
}

const insert = (tx: Queries, row: AuditRow) => tx.insertInto('audit_events').values(row).execute();
const replace = (tx: Queries, row: AuditRow) => tx.replaceInto('audit_events').values(row).execute();

describe('audit events', () => {
  it.each<[string, (tx: Queries) => Promise<unknown>]>([
    ['changed', (tx) => tx.updateTable('audit_events').set({ actor_name: 'Joku Muu' }).execute()],
    ['given another place', (tx) => tx.updateTable('audit_events').set({ sequence: 9 }).execute()],
    ['deleted', (tx) => tx.deleteFrom('audit_events').execute()],
    ['written over at their place', (tx) => insert(tx, { ...event, id: 'other' })],
    ['written over by their id', (tx) => insert(tx, { ...next, id: event.id })],
    ['replaced at their place', (tx) => replace(tx, { ...event, id: 'other' })],
    ['replaced by their id', (tx) => replace(tx, { ...next, id: event.id })],
    [
      'changed by an upsert',
      (tx) =>
        tx
          .insertInto('audit_events')
          .values(event)
          .onConflict((conflict) => conflict.column('sequence').doUpdateSet({ actor_name: 'Joku Muu' }))
          .execute(),
    ],
    ['followed by a row that leaves a gap', (tx) => insert(tx, { ...next, sequence: 3 })],
    ['followed by a row that is linked elsewhere', (tx) => insert(tx, { ...next, previous_hash: salt })],
    ['preceded by a row', (tx) => insert(tx, { ...next, sequence: -1 })],
  ])('cannot be %s', async (_name, change) => {
    const database = await withEvent();
    await expect(database.write(change)).rejects.toMatchObject({ name: 'DatabaseError', kind: 'refused' });
    expect(await database.read.selectFrom('audit_events').selectAll().execute()).toEqual([event]);
  });

  it('are followed by a row that is linked to the newest', async () => {
    const database = await withEvent();
    await database.write((tx) => insert(tx, next));
    expect(await database.read.selectFrom('audit_events').select('id').execute()).toHaveLength(2);
  });

  it('have roles that are JSON', async () => {
    const database = await withEvent();
    const added = database.write((tx) => insert(tx, { ...next, roles: 'reception' }));
    await expect(added).rejects.toMatchObject({ kind: 'check' });
  });

  it('are found by customer, person, action and outcome without reading or sorting the whole log', async () => {
    const database = await withEvent();
    for (const column of ['customer_id', 'actor_id', 'action', 'outcome'] as const) {
      const query = database.read
        .selectFrom('audit_events')
        .selectAll()
        .where(column, '=', 'x')
        .where('sequence', '<', 100)
        .orderBy('sequence', 'desc');
      const plan = JSON.stringify(await query.explain(undefined, sql`QUERY PLAN`));
      expect(plan).toMatch(/SEARCH audit_events USING INDEX audit_events_by_\w+ \(\w+=\? AND rowid</);
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  it('are found by time', async () => {
    const database = await withEvent();
    const query = database.read.selectFrom('audit_events').select('sequence').where('at', '>=', '2026');
    const plan = JSON.stringify(await query.explain(undefined, sql`QUERY PLAN`));
    expect(plan).toContain('SEARCH audit_events USING COVERING INDEX audit_events_by_time');
  });
});

describe('details of an audit event', () => {
  it('can be deleted by an erasure, and the event stays', async () => {
    const database = await withEvent();
    await database.write((tx) => tx.deleteFrom('audit_details').execute());
    expect(await database.read.selectFrom('audit_events').selectAll().execute()).toEqual([event]);
  });

  const other = { event_id: event.id, body: '{}', salt };
  it.each<[string, (tx: Queries) => Promise<unknown>]>([
    ['changed', (tx) => tx.updateTable('audit_details').set({ body: '{}' }).execute()],
    ['replaced', (tx) => tx.replaceInto('audit_details').values(other).execute()],
    [
      'added to an event that was written without any',
      async (tx) => {
        await insert(tx, next);
        await tx
          .insertInto('audit_details')
          .values({ ...other, event_id: next.id })
          .execute();
      },
    ],
  ])('cannot be %s', async (_name, change) => {
    const database = await withEvent();
    await expect(database.write(change)).rejects.toMatchObject({ kind: 'refused' });
    expect(await database.read.selectFrom('audit_details').selectAll().execute()).toEqual([
      { event_id: event.id, body, salt },
    ]);
  });
});

describe('signed heads', () => {
  const head = { sequence: 1, user_id: 'u1', hash: event.hash, at: event.at, signature: 'signature' };

  it.each<[string, (tx: Queries) => Promise<unknown>]>([
    ['changed', (tx) => tx.updateTable('audit_heads').set({ hash: salt }).execute()],
    ['deleted', (tx) => tx.deleteFrom('audit_heads').execute()],
    [
      'replaced',
      (tx) =>
        tx
          .replaceInto('audit_heads')
          .values({ ...head, hash: salt })
          .execute(),
    ],
  ])('cannot be %s', async (_name, change) => {
    const database = await withEvent();
    await database.write((tx) => tx.insertInto('audit_heads').values(head).execute());
    await expect(database.write(change)).rejects.toMatchObject({ kind: 'refused' });
    expect(await database.read.selectFrom('audit_heads').selectAll().execute()).toEqual([head]);
  });
});

describe('a log from before the chain', () => {
  /** More rows than one batch, every third with details. */
  async function migrated(rows: number) {
    const old = await registerAtVersion(5);
    const writer = await old.driver.open({ ...old, mode: 'write' });
    await writer.exec(`
      INSERT INTO audit_events (id, at, monotonic_ms, boot_id, actor_id, actor_name, roles, action, outcome, customer_id)
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
      SELECT 'e' || i, '2026-03-03T08:00:00.000Z', i, 'boot', 'u1', 'Äijö "Testola"', '["reception"]', 'customers.card',
        'done', iif(i % 2, 'c' || i, NULL) FROM n;
      INSERT INTO audit_details SELECT id, json_object('row', sequence) FROM audit_events WHERE sequence % 3 = 0;
    `);
    await writer.close();
    const database = await upToDate(old);
    return { database, vaultId: old.vaultId };
  }

  it('is put into the chain whole, each row linked to the one before', async () => {
    const { database, vaultId } = await migrated(2500);
    const rows = await database.read.selectFrom('audit_events').selectAll().orderBy('sequence').execute();
    expect(rows).toHaveLength(2500);
    let { hash } = genesis(vaultId);
    for (const row of rows) {
      expect([row.sequence, row.previous_hash, row.hash]).toEqual([row.sequence, hash, rowHash(hash, row)]);
      hash = row.hash;
    }
    expect(rows[1234]).toMatchObject({ id: 'e1235', customer_id: 'c1235', actor_name: 'Äijö "Testola"' });
  });

  it('keeps its details under commitments of their own', async () => {
    const { database } = await migrated(9);
    const rows = await database.read
      .selectFrom('audit_events')
      .leftJoin('audit_details', 'event_id', 'id')
      .select(['sequence', 'details_commitment', 'body', 'salt'])
      .orderBy('sequence')
      .execute();
    expect(rows.map(({ body: text }) => text !== null)).toEqual(
      rows.map(({ sequence }) => sequence % 3 === 0),
    );
    for (const row of rows) {
      const expected = row.body === null ? null : detailsCommitment(row.salt ?? '', row.body);
      expect(row.details_commitment).toBe(expected);
    }
    expect(new Set(rows.map((row) => row.salt)).size).toBe(4);
  });
});

describe('the office', () => {
  it('locks after five idle minutes unless it has chosen one to thirty', async () => {
    const database = await temporaryDatabase();
    const minutes = (value: number) =>
      database.write((tx) => tx.updateTable('office').set({ idle_minutes: value }).execute());
    await database.write((tx) =>
      sql`INSERT INTO office (id, name, business_id, street, postal_code, city, phone, email, data_contact,
        answer_within_months, version, updated_at) VALUES (1, 'n', 'b', 's', 'p', 'c', 'p', 'e', 'd', 1, 1, 't')`.execute(
        tx,
      ),
    );
    expect(await database.read.selectFrom('office').select('idle_minutes').execute()).toEqual([
      { idle_minutes: 5 },
    ]);
    for (const value of [1, 30]) await minutes(value);
    for (const value of [0, 31]) await expect(minutes(value)).rejects.toMatchObject({ kind: 'check' });
  });
});
