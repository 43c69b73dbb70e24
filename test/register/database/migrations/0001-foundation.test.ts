import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { temporaryDatabase } from '#test/support/database.ts';

const event = {
  sequence: 1,
  id: '01890a5d-ac96-774b-bcce-b302099a1001',
  at: '2026-03-03T08:00:00.000Z',
  monotonic_ms: 1200,
  boot_id: 'boot',
  actor_id: 'u1',
  actor_name: 'Helmi Testola',
  roles: '["reception"]',
  action: 'customers.open',
  outcome: 'done',
  customer_id: 'c1',
  entity_type: 'customer',
  entity_id: 'c1',
  purpose: null,
} as const;

const office = {
  id: 1,
  name: 'Mallilan Hoitohuone Oy',
  business_id: '9999999-2',
  street: 'Esimerkkitie 12',
  postal_code: '13100',
  city: 'Hämeenlinna',
  phone: '019 000 0100',
  email: 'toimisto@mallila.example',
  data_contact: 'Marja Esimäki',
  answer_within_months: 1,
  version: 1,
  updated_at: '2026-03-03T08:00:00.000Z',
  updated_by: null,
} as const;

/** A register with one audit event and its details. */
async function withEvent() {
  const database = await temporaryDatabase();
  await database.write(async (tx) => {
    await tx.insertInto('audit_events').values(event).execute();
    await tx.insertInto('audit_details').values({ event_id: event.id, body: '{"field":"phone"}' }).execute();
  });
  return database;
}

const insert = (
  tx: Queries,
  row: Partial<Omit<typeof event, 'sequence' | 'id'>> & { sequence: number; id: string },
) =>
  tx
    .insertInto('audit_events')
    .values({ ...event, ...row })
    .execute();

describe('audit events', () => {
  it.each<[string, (tx: Queries) => Promise<unknown>]>([
    ['changed', (tx) => tx.updateTable('audit_events').set({ actor_name: 'Joku Muu' }).execute()],
    ['given another place', (tx) => tx.updateTable('audit_events').set({ sequence: 9 }).execute()],
    ['deleted', (tx) => tx.deleteFrom('audit_events').execute()],
    ['written over at their place', (tx) => insert(tx, { sequence: 1, id: 'other' })],
    ['written over by their id', (tx) => insert(tx, { sequence: 2, id: event.id })],
    [
      'replaced at their place',
      (tx) =>
        tx
          .replaceInto('audit_events')
          .values({ ...event, id: 'other', actor_name: 'Joku Muu' })
          .execute(),
    ],
    [
      'replaced by their id',
      (tx) =>
        tx
          .replaceInto('audit_events')
          .values({ ...event, sequence: 2, actor_name: 'Joku Muu' })
          .execute(),
    ],
    [
      'changed by an upsert',
      (tx) =>
        tx
          .insertInto('audit_events')
          .values(event)
          .onConflict((conflict) => conflict.column('sequence').doUpdateSet({ actor_name: 'Joku Muu' }))
          .execute(),
    ],
  ])('cannot be %s', async (_name, change) => {
    const database = await withEvent();
    await expect(database.write(change)).rejects.toMatchObject({ name: 'DatabaseError', kind: 'refused' });
    expect(await database.read.selectFrom('audit_events').selectAll().execute()).toEqual([event]);
  });

  it('get the next place by themselves', async () => {
    const database = await withEvent();
    const { sequence: _given, ...row } = event;
    const added = await database.write((tx) =>
      tx
        .insertInto('audit_events')
        .values({ ...row, id: 'next' })
        .returning('sequence')
        .executeTakeFirstOrThrow(),
    );
    expect(added.sequence).toBe(2);
  });

  it('have roles that are JSON', async () => {
    const database = await withEvent();
    const row = { ...event, sequence: 2, id: 'next', roles: 'reception' };
    const added = database.write((tx) => tx.insertInto('audit_events').values(row).execute());
    await expect(added).rejects.toMatchObject({ kind: 'check' });
  });

  it('are found by customer, actor and action without reading the whole log', async () => {
    const database = await withEvent();
    for (const column of ['customer_id', 'actor_id', 'action'] as const) {
      const query = database.read
        .selectFrom('audit_events')
        .selectAll()
        .where(column, '=', 'x')
        .where('sequence', '<', 100)
        .orderBy('sequence', 'desc');
      const plan = await query.explain(undefined, sql`QUERY PLAN`);
      expect(JSON.stringify(plan)).toMatch(
        /SEARCH audit_events USING INDEX audit_events_by_\w+ \(\w+=\? AND rowid</,
      );
      expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
    }
  });
});

describe('details of an audit event', () => {
  it('can be emptied, and stay beside their event', async () => {
    const database = await withEvent();
    await database.write((tx) => tx.updateTable('audit_details').set({ body: '{}' }).execute());
    expect(await database.read.selectFrom('audit_details').selectAll().execute()).toEqual([
      { event_id: event.id, body: '{}' },
    ]);
  });
});

describe('the tables of one row', () => {
  it('take no second row', async () => {
    const database = await temporaryDatabase();
    await database.write((tx) => tx.insertInto('office').values(office).execute());
    const second = { ...office, id: 2 as 1 };
    const added = database.write((tx) => tx.insertInto('office').values(second).execute());
    await expect(added).rejects.toMatchObject({ kind: 'check' });
  });

  it('keep the vault, the key epoch and the time of creation', async () => {
    const database = await temporaryDatabase();
    expect(await database.read.selectFrom('register_info').selectAll().execute()).toEqual([
      {
        id: 1,
        vault_id: database.register.vaultId,
        key_epoch: 1,
        created_at: '2026-03-03T08:00:00.000Z',
      },
    ]);
  });
});
