import { sql } from 'kysely';
import type { Wording } from '#shared/features/consents/contract.ts';
import type { GivenBy } from '#shared/features/consents/giver.ts';
import type { Channel, Purpose } from '#shared/features/consents/purposes.ts';
import type { InEveryLanguage, Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';
import type { ConsentEvent, CurrentVersions } from './rules.ts';
import type { ConsentEventsTable, WordingsTable } from './tables.ts';

/** One entry of the history with everything that a screen or a report shows of it. */
export interface StoredEvent extends ConsentEvent {
  readonly id: string;
  readonly channels: Channel[];
  readonly wordingId: string | null;
  readonly language: Language;
  readonly way: ConsentEventsTable['way'];
  readonly note: string | null;
  /** Null when nobody wrote it down, and when a mistake is taken back. */
  readonly givenBy: GivenBy | null;
  readonly recordedBy: string;
  readonly recordedById: string;
  readonly sold: string | null;
}

export type NewEvent = Omit<ConsentEventsTable, 'sequence'> & { readonly channels: readonly Channel[] };

export interface NewWording {
  readonly id: string;
  readonly purpose: Purpose;
  readonly version: number;
  readonly texts: InEveryLanguage;
  readonly validMonths: number | null;
  readonly publishedAt: string;
  readonly publishedBy: { readonly id: string; readonly name: string };
}

/** A customer's history in the order of recording. */
export async function historyOf(db: Queries, customerId: string): Promise<StoredEvent[]> {
  return (await historiesOf(db, [customerId])).get(customerId) ?? [];
}

/** The histories of some customers, each in the order of recording. */
export async function historiesOf(
  db: Queries,
  customerIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await db
    .selectFrom('consent_events as event')
    .leftJoin('consent_event_channels as covered', 'covered.event_id', 'event.id')
    .leftJoin('wordings as wording', 'wording.id', 'event.wording_id')
    .selectAll('event')
    .select(['covered.channel', 'wording.version as wordingVersion'])
    .where(
      'event.customer_id',
      'in',
      sql<string>`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`,
    )
    .orderBy('event.sequence')
    .execute();
  const histories = new Map(customerIds.map((id): [string, StoredEvent[]] => [id, []]));
  for (const row of rows) {
    const history = histories.get(row.customer_id) ?? [];
    const channels = row.channel === null ? [] : [row.channel];
    const last = history.at(-1);
    if (last?.id === row.id) last.channels.push(...channels);
    else history.push(eventOf(row, row.wordingVersion, channels));
  }
  return histories;
}

/** What a customer answered for others as their guardian. */
export async function answersGivenBy(db: Queries, customerId: string) {
  return db
    .selectFrom('consent_events as event')
    .innerJoin('customers', 'customers.id', 'event.customer_id')
    .select([
      'customers.customer_number as customerNumber',
      'event.purpose',
      'event.act',
      'event.given_by_name as name',
      'event.recorded_at as recordedAt',
    ])
    .where('event.given_by_id', '=', customerId)
    .orderBy('event.sequence')
    .execute();
}

type EventRow = Omit<ConsentEventsTable, 'sequence'>;

function eventOf(row: EventRow, wordingVersion: number | null, channels: Channel[]): StoredEvent {
  return {
    id: row.id,
    purpose: row.purpose,
    channels,
    act: row.act,
    wordingId: row.wording_id,
    wordingVersion,
    language: row.language,
    way: row.way,
    note: row.note,
    validUntil: row.valid_until,
    givenBy: row.given_by && { role: row.given_by, name: row.given_by_name, customerId: row.given_by_id },
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by_name,
    recordedById: row.recorded_by,
    sold: row.sold,
    undoes: row.undoes,
  };
}

export async function insertEvent(tx: Queries, { channels, ...row }: NewEvent): Promise<void> {
  await tx.insertInto('consent_events').values(row).execute();
  if (channels.length === 0) return;
  await tx
    .insertInto('consent_event_channels')
    .values(channels.map((channel) => ({ event_id: row.id, channel })))
    .execute();
}

/** Every version of every purpose, or of one, newest first within a purpose. */
export async function wordingVersions(db: Queries, purpose?: Purpose): Promise<Wording[]> {
  const rows = await db
    .selectFrom('wordings as wording')
    .innerJoin('wording_texts as translated', 'translated.wording_id', 'wording.id')
    .selectAll('wording')
    .select(['translated.language', 'translated.text'])
    .$if(purpose !== undefined, (query) => query.where('wording.purpose', '=', purpose as Purpose))
    .orderBy('wording.purpose')
    .orderBy('wording.version', 'desc')
    .execute();
  const byId = new Map<string, Wording>();
  for (const row of rows) {
    const wording = byId.get(row.id) ?? wordingOf(row);
    wording.texts[row.language] = row.text;
    byId.set(row.id, wording);
  }
  return [...byId.values()];
}

function wordingOf(row: WordingsTable): Wording {
  return {
    id: row.id,
    purpose: row.purpose,
    version: row.version,
    texts: { fi: '', sv: '', en: '' },
    validMonths: row.valid_months,
    publishedAt: row.published_at,
    publishedBy: row.published_by_name,
  };
}

/** Which version of each purpose is the newest; without the texts, because lists ask for it at every key. */
export async function currentVersions(db: Queries): Promise<CurrentVersions> {
  const rows = await db
    .selectFrom('wordings')
    .select(({ fn }) => ['purpose', fn.max('version').as('version')])
    .groupBy('purpose')
    .execute();
  return Object.fromEntries(rows.map(({ purpose, version }) => [purpose, version]));
}

export async function insertWording(tx: Queries, wording: NewWording): Promise<void> {
  await tx
    .insertInto('wordings')
    .values({
      id: wording.id,
      purpose: wording.purpose,
      version: wording.version,
      valid_months: wording.validMonths,
      published_at: wording.publishedAt,
      published_by: wording.publishedBy.id,
      published_by_name: wording.publishedBy.name,
    })
    .execute();
  const texts = Object.entries(wording.texts) as [Language, string][];
  await tx
    .insertInto('wording_texts')
    .values(texts.map(([language, text]) => ({ wording_id: wording.id, language, text })))
    .execute();
}
