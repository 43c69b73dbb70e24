import { describe, expect, it } from 'vitest';
import type { Queries } from '#main/register/database/database.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { temporaryDatabase } from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';
const wording = {
  id: 'w1',
  purpose: 'direct-marketing',
  version: 1,
  valid_months: 24,
  published_at: at,
  published_by: 'u1',
  published_by_name: 'Ida Näytesalo',
} as const;
const text = {
  wording_id: 'w1',
  language: 'fi',
  text: 'Hoitohuone saa kertoa minulle palveluistaan.',
} as const;
const given = {
  id: 'e1',
  purpose: 'direct-marketing',
  act: 'given',
  wording_id: 'w1',
  language: 'fi',
  way: 'orally',
  note: null,
  valid_until: '2028-03-03',
  recorded_at: at,
  recorded_by: 'u1',
  recorded_by_name: 'Helmi Testola',
} as const;
const covered = { event_id: 'e1', channel: 'email' } as const;

/** A register with one wording and one consent of one customer. */
async function withConsent() {
  const database = await temporaryDatabase();
  const customerId = await insertCustomer(database);
  await database.write(async (tx) => {
    await tx.insertInto('wordings').values(wording).execute();
    await tx.insertInto('wording_texts').values(text).execute();
    await tx
      .insertInto('consent_events')
      .values({ ...given, customer_id: customerId })
      .execute();
    await tx.insertInto('consent_event_channels').values(covered).execute();
  });
  return { database, customerId };
}

const changes: readonly (readonly [table: string, change: (tx: Queries) => Promise<unknown>])[] = [
  ['wordings', (tx: Queries) => tx.updateTable('wordings').set({ valid_months: 120 }).execute()],
  [
    'wordings',
    (tx: Queries) =>
      tx
        .insertInto('wordings')
        .values({ ...wording, id: 'w2' })
        .execute(),
  ],
  ['wording_texts', (tx: Queries) => tx.updateTable('wording_texts').set({ text: 'Muuta' }).execute()],
  ['wording_texts', (tx: Queries) => tx.deleteFrom('wording_texts').execute()],
  ['consent_events', (tx: Queries) => tx.updateTable('consent_events').set({ act: 'refused' }).execute()],
  ['consent_events', (tx: Queries) => tx.deleteFrom('consent_events').execute()],
  ['consent_event_channels', (tx: Queries) => tx.deleteFrom('consent_event_channels').execute()],
  [
    'consent_event_channels',
    (tx: Queries) => tx.updateTable('consent_event_channels').set({ channel: 'post' }).execute(),
  ],
];

describe('the tables of consents', () => {
  it.each(changes)('keep %s as they were recorded', async (_table, change) => {
    const { database } = await withConsent();
    await expect(database.write(change)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('refuse to replace an entry under its own number or id', async () => {
    const { database, customerId } = await withConsent();
    const entry = { ...given, customer_id: customerId };
    for (const taken of [entry, { ...entry, id: 'e2', sequence: 1 }]) {
      const replace = (tx: Queries) => tx.replaceInto('consent_events').values(taken).execute();
      await expect(database.write(replace)).rejects.toMatchObject({ kind: 'refused' });
    }
  });

  it('refuse an answer without its wording, and a last day of anything but a consent', async () => {
    const { database, customerId } = await withConsent();
    const entry = { ...given, id: 'e2', customer_id: customerId };
    for (const wrong of [
      { ...entry, wording_id: null },
      { ...entry, act: 'refused' as const },
    ]) {
      const insert = (tx: Queries) => tx.insertInto('consent_events').values(wrong).execute();
      await expect(database.write(insert)).rejects.toMatchObject({ kind: 'check' });
    }
  });

  it('refuse an entry of nobody', async () => {
    const { database } = await withConsent();
    const insert = (tx: Queries) =>
      tx
        .insertInto('consent_events')
        .values({ ...given, id: 'e2', customer_id: 'nobody' })
        .execute();
    await expect(database.write(insert)).rejects.toMatchObject({ kind: 'foreign-key' });
  });
});
