import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { RegisterDatabase } from '#main/register/database/database.ts';
import { marksReader } from '#main/register/features/consents/marks.ts';
import { consentsPersonalData } from '#main/register/features/consents/personal-data.ts';
import { firstAnswersRecorder } from '#main/register/features/consents/record-entry.ts';
import { wordingVersions } from '#main/register/features/consents/store.ts';
import { answeringFor } from '#main/register/features/customers/answering.ts';
import type { ConsentEntry } from '#shared/features/consents/entry.ts';
import { consentsPersonalDataSchema } from '#shared/features/consents/personal-data.ts';
import type { Purpose } from '#shared/features/consents/purposes.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { testRegister } from '#test/support/register.ts';

const now = '2026-11-18T12:32:07.000Z';
const helmi = { id: 'helmi', name: 'Helmi Testola', roles: ['reception'] } as const;

async function withFirstAnswers() {
  const { database } = await (await testRegister()).inside();
  const customerId = await insertCustomer(database);
  const wordings = await wordingVersions(database.read);
  const answer = (purpose: Purpose, act: ConsentEntry['act'], channels: ConsentEntry['channels']) => ({
    id: uuidv7(),
    purpose,
    channels,
    act,
    wordingId: wordings.find((wording) => wording.purpose === purpose)?.id ?? null,
    language: 'sv' as const,
    way: 'form' as const,
    note: null,
  });
  await database.write((tx) =>
    firstAnswersRecorder({ answeringFor })(tx, helmi, now, customerId, [
      answer('direct-marketing', 'given', ['email']),
      answer('opinion-polls', 'refused', ['email', 'sms', 'phone', 'post']),
      { ...answer('customer-surveys', 'prohibited', ['phone']), wordingId: null },
    ]),
  );
  return { database, customerId };
}

async function keptOf({ read }: RegisterDatabase, customerId: string): Promise<string> {
  const { slots } = await read
    .selectFrom('consent_states')
    .select('slots')
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return slots;
}

describe('the marks of a list', () => {
  it('are one state for marketing, surveys, both kinds of research and the health profile', async () => {
    const { database, customerId } = await withFirstAnswers();
    const marksOf = await marksReader(database.read, now);
    expect(marksOf(await keptOf(database, customerId))).toEqual({
      marketing: 'given',
      surveys: 'prohibited',
      research: 'refused',
      healthProfile: 'not-asked',
    });
    expect(marksOf('[]')).toEqual({
      marketing: 'not-asked',
      surveys: 'not-asked',
      research: 'not-asked',
      healthProfile: 'not-asked',
    });
  });

  it('follow the day they are looked at', async () => {
    const { database, customerId } = await withFirstAnswers();
    const marksOf = await marksReader(database.read, '2028-11-01T12:00:00.000Z');
    expect(marksOf(await keptOf(database, customerId)).marketing).toBe('expiring');
  });
});

it('the marks of a list follow a new wording at once', async () => {
  const { database, customerId } = await withFirstAnswers();
  const kept = await keptOf(database, customerId);
  expect((await marksReader(database.read, now))(kept).marketing).toBe('given');
  await database.write((tx) =>
    tx
      .insertInto('wordings')
      .values({
        id: uuidv7(),
        purpose: 'direct-marketing',
        version: 2,
        valid_months: 24,
        published_at: now,
        published_by: helmi.id,
        published_by_name: helmi.name,
      })
      .execute(),
  );
  expect((await marksReader(database.read, now))(kept).marketing).toBe('old-wording');
});

describe('the consents part of an access report', () => {
  it('holds every entry with the exact text that the customer answered, in its language', async () => {
    const { database, customerId } = await withFirstAnswers();
    const part = await consentsPersonalData.collect(database.read, customerId);
    expect(consentsPersonalDataSchema.parse(part)).toEqual(part);
    expect(part.entries).toMatchObject([
      {
        purpose: 'direct-marketing',
        channels: ['email'],
        act: 'given',
        wordingVersion: 1,
        wordingText: expect.stringContaining('får berätta för mig om sina tjänster'),
        language: 'sv',
        way: 'form',
        validUntil: '2028-11-18',
        recordedAt: now,
        recordedBy: 'Helmi Testola',
      },
      { purpose: 'opinion-polls', act: 'refused', validUntil: null },
      { purpose: 'customer-surveys', act: 'prohibited', wordingText: null },
    ]);
  });
});
