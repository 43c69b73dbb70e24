import type { ConsentHistoryEntry } from '#shared/features/consents/contract.ts';
import type { Queries } from '../../database/database.ts';
import { changesOf } from './rules.ts';
import { historyOf, wordingVersions } from './store.ts';
import { versionsAt } from './wordings-in-force.ts';

type EntryChange = Pick<
  ConsentHistoryEntry,
  'purpose' | 'channels' | 'act' | 'before' | 'after' | 'way' | 'wordingVersion'
>;

/** What one entry of a customer's history changed; null when there is no such entry. */
export async function consentChange(
  db: Queries,
  customerId: string,
  entryId: string,
): Promise<EntryChange | null> {
  const wordings = await wordingVersions(db);
  const changes = changesOf(await historyOf(db, customerId), (instant) => versionsAt(wordings, instant));
  const found = changes.find(({ event }) => event.id === entryId);
  if (!found) return null;
  const { purpose, channels, act, way, wordingVersion } = found.event;
  const { before, after } = found;
  return { purpose, channels: [...channels], act, before, after, way, wordingVersion };
}
