import type { Contract } from '#shared/contract.ts';
import type { ConsentCell, ConsentHistoryEntry } from '#shared/features/consents/contract.ts';
import { isMinor } from '#shared/features/consents/giver.ts';
import { type ContactFacts, contactAnswers } from '#shared/features/consents/may-contact.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { ageOn, dateAt } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { type PrintPorts, printHistory } from './print-history.ts';
import { type GiverPorts, recordEntry } from './record-entry.ts';
import { changesOf, type Standing, standingsOf } from './rules.ts';
import { historyOf, insertWording, type StoredEvent, wordingVersions } from './store.ts';
import { undoEntry } from './undo-entry.ts';
import { newestOfEach, versionsAt } from './wordings-in-force.ts';

/** What consents need of another feature. */
export interface ConsentsPorts extends Pick<PrintPorts, 'readClinic' | 'customerNames'>, GiverPorts {
  customerExists(db: Queries, customerId: string): Promise<boolean>;
  /** @param on `YYYY-MM-DD` */
  contactFacts(
    db: Queries,
    customerIds: readonly string[],
    on: string,
  ): Promise<Map<string, ContactFacts & { readonly language: Language }>>;
}

export function consentsHandlers(ports: ConsentsPorts): Handlers<Contract['consents']> {
  const { customerExists, contactFacts } = ports;
  async function requireCustomer(db: Queries, customerId: string): Promise<void> {
    if (!(await customerExists(db, customerId))) throw new AppError({ kind: 'not-found' });
  }

  return {
    async wordings(_input, { db }) {
      return newestOfEach(await wordingVersions(db));
    },

    async wordingHistory({ purpose }, { db }) {
      return await wordingVersions(db, purpose);
    },

    async ofCustomer({ customerId }, { db, now }) {
      const today = dateAt(now);
      const facts = (await contactFacts(db, [customerId], today)).get(customerId);
      const answering = await ports.answeringFor(db, customerId, today);
      if (!facts || !answering) throw new AppError({ kind: 'not-found' });
      const history = await historyOf(db, customerId);
      const wordings = await wordingVersions(db);
      const cells = standingsOf(history, versionsAt(wordings, now), today).map(cellOf);
      const undone = new Set(history.map(({ undoes }) => undoes));
      return {
        cells,
        contact: contactAnswers(cells, 'direct-marketing', facts, today),
        answering,
        history: changesOf(history, (instant) => versionsAt(wordings, instant))
          .map((change) => ({
            ...historyEntryOf(change),
            isUndone: undone.has(change.event.id),
            wasMinor: isMinor({ age: ageOn(facts.birthDate, dateAt(change.event.recordedAt)) }),
          }))
          .reverse(),
      };
    },

    async record({ customerId, entry }, { tx, actor, now, detail }) {
      const givenBy = await recordEntry(ports, tx, actor, now, customerId, entry);
      const { purpose, act, channels, way } = entry;
      detail({ purpose, act, channels, way, givenBy: givenBy.role });
      return { id: entry.id };
    },

    async undo(input, { tx, actor, now, detail }) {
      await requireCustomer(tx, input.customerId);
      const { purpose, act, channels } = await undoEntry(tx, actor, now, input);
      detail({ purpose, act: 'undone', channels, undid: act });
      return { id: input.id };
    },

    printHistory: (input, context) => printHistory(ports, input, context),

    async publishWording({ id, purpose, texts, validMonths, basedOnVersion }, { tx, actor, now, detail }) {
      const [newest] = await wordingVersions(tx, purpose);
      const version = newest?.version ?? 0;
      if (version !== basedOnVersion) throw new AppError({ kind: 'conflict', changed: ['texts'] });
      const published = { id, purpose, texts, validMonths, version: version + 1 };
      await insertWording(tx, { ...published, publishedAt: now, publishedBy: actor });
      detail({ purpose, version: published.version });
      return { version: published.version };
    },
  };
}

function cellOf({ purpose, channel, state, by, overridden }: Standing<StoredEvent>): ConsentCell {
  return {
    purpose,
    channel,
    state,
    overridden: overridden && { state: overridden.state, since: overridden.by?.recordedAt ?? null },
    since: by?.recordedAt ?? null,
    validUntil: by?.validUntil ?? null,
    way: by?.way ?? null,
    wordingVersion: by?.wordingVersion ?? null,
    givenBy: by?.givenBy?.role ?? null,
    recordedBy: by?.recordedBy ?? null,
  };
}

function historyEntryOf(
  change: ReturnType<typeof changesOf<StoredEvent>>[number],
): Omit<ConsentHistoryEntry, 'isUndone' | 'wasMinor'> {
  const { event, before, after } = change;
  const { id, purpose, act, wordingVersion, language, way, note, sold, givenBy, recordedAt, recordedBy } =
    event;
  const channels = [...event.channels];
  return {
    id,
    purpose,
    channels,
    act,
    before,
    after,
    wordingVersion,
    language,
    way,
    note,
    sold,
    givenBy,
    recordedAt,
    recordedBy,
  };
}
