import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { Queries } from '../../database/database.ts';
import type { Actor } from '../../rpc/handlers.ts';
import { refuseLateUndo, refuseUndoOfOthers } from '../../rpc/undo-rule.ts';
import { refold } from './folded-states.ts';
import { historyOf, insertEvent, type StoredEvent } from './store.ts';

/**
 * Takes back an entry that was recorded by mistake, by a new entry: the history keeps both, and what held before holds
 * again. @returns the entry that was taken back
 * @throws AppError `not-found`; `not-own-recording`; `undo-too-late`; `recorded-since` when the same purpose and channel
 * have a later entry, which may rest on this one
 */
export async function undoEntry(
  tx: Queries,
  actor: Actor,
  now: string,
  { customerId, id, entryId }: { customerId: string; id: string; entryId: string },
): Promise<StoredEvent> {
  const history = await historyOf(tx, customerId);
  const entry = history.find((event) => event.id === entryId);
  if (!entry) throw new AppError({ kind: 'not-found' });
  refuseUndoOfOthers(actor, entry.recordedById, entry.recordedBy);
  if (entry.act === 'undone' || laterOfSame(entry, history)) {
    throw ruleBroken('recorded-since', { purpose: entry.purpose });
  }
  refuseLateUndo(now, entry.recordedAt);
  await insertEvent(tx, {
    id,
    customer_id: customerId,
    purpose: entry.purpose,
    act: 'undone',
    wording_id: null,
    language: entry.language,
    way: entry.way,
    note: null,
    sold: null,
    undoes: entry.id,
    valid_until: null,
    given_by: null,
    given_by_name: null,
    given_by_id: null,
    recorded_at: now,
    recorded_by: actor.id,
    recorded_by_name: actor.name,
    channels: entry.channels,
  });
  await refold(tx, [customerId]);
  return entry;
}

function laterOfSame(entry: StoredEvent, history: readonly StoredEvent[]): boolean {
  const concernsSame = ({ purpose, channels }: StoredEvent) =>
    purpose === entry.purpose &&
    (entry.channels.length === 0 || entry.channels.some((channel) => channels.includes(channel)));
  return history.slice(history.indexOf(entry) + 1).some(concernsSame);
}
