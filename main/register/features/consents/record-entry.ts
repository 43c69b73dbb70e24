import { type ConsentEntry, needsWording } from '#shared/features/consents/entry.ts';
import { type Answering, type GivenBy, readGiver } from '#shared/features/consents/giver.ts';
import { lastValidDay } from '#shared/features/consents/periods.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Actor } from '../../rpc/handlers.ts';
import { refold } from './folded-states.ts';
import { hasSomethingToEnd, isProhibitedIn } from './rules.ts';
import { currentVersions, historyOf, insertEvent, wordingVersions } from './store.ts';

/** What the rules need of the customers' feature. */
export interface GiverPorts {
  /** Null when there is no such customer. @param on `YYYY-MM-DD` */
  answeringFor(db: Queries, customerId: string, on: string): Promise<Answering | null>;
}

/**
 * Adds one entry to a customer's history.
 * @returns who gave the answer
 * @throws AppError `not-found`, `giver-not-chosen`, `guardian-of-adult`, `not-a-guardian`; `wording-replaced` when the answer is not about the wording in force,
 * `nothing-to-withdraw` when a withdrawal has nothing to end, `prohibition-in-force` when a contact was got at a sale
 * from somebody who has forbidden marketing
 */
export async function recordEntry(
  ports: GiverPorts,
  tx: Queries,
  actor: Actor,
  now: string,
  customerId: string,
  entry: ConsentEntry,
): Promise<GivenBy> {
  const givenOn = dateAt(now);
  const answering = await ports.answeringFor(tx, customerId, givenOn);
  if (!answering) throw new AppError({ kind: 'not-found' });
  const givenBy = requireGiver(entry, answering);
  await refuseEmptyWithdrawal(tx, customerId, entry, givenOn);
  await refuseForbiddenSale(tx, customerId, entry);
  const validMonths = needsWording(entry.act) ? await validMonthsOf(tx, entry) : null;
  await insertEvent(tx, {
    id: entry.id,
    customer_id: customerId,
    purpose: entry.purpose,
    act: entry.act,
    wording_id: entry.wordingId,
    language: entry.language,
    way: entry.way,
    note: entry.note,
    sold: entry.sale?.sold ?? null,
    undoes: null,
    valid_until: entry.act === 'given' ? lastValidDay(givenOn, validMonths) : null,
    given_by: givenBy.role,
    given_by_name: givenBy.name,
    given_by_id: givenBy.customerId,
    recorded_at: now,
    recorded_by: actor.id,
    recorded_by_name: actor.name,
    channels: entry.channels,
  });
  await refold(tx, [customerId]);
  return givenBy;
}

function requireGiver({ giver }: ConsentEntry, answering: Answering): GivenBy {
  const read = readGiver(giver, answering);
  if (read.ok) return read.value;
  throw read.problem === 'guardian-of-adult'
    ? ruleBroken('guardian-of-adult', { age: answering.age })
    : ruleBroken(read.problem, {});
}

async function refuseEmptyWithdrawal(
  tx: Queries,
  customerId: string,
  entry: ConsentEntry,
  today: string,
): Promise<void> {
  if (entry.act !== 'withdrawn' && entry.act !== 'prohibition-withdrawn') return;
  const history = await historyOf(tx, customerId);
  if (hasSomethingToEnd(entry, history, await currentVersions(tx), today)) return;
  throw ruleBroken('nothing-to-withdraw', { purpose: entry.purpose });
}

/** The customer exception never holds against a prohibition (Laki 917/2014, 200 § 3 mom.). */
async function refuseForbiddenSale(tx: Queries, customerId: string, entry: ConsentEntry): Promise<void> {
  if (entry.act !== 'contact-at-sale') return;
  if (!isProhibitedIn(entry, await historyOf(tx, customerId))) return;
  throw ruleBroken('prohibition-in-force', { purpose: entry.purpose });
}

/** The customer must have answered the text that is in force now, not one read from an old screen. */
async function validMonthsOf(tx: Queries, entry: ConsentEntry): Promise<number | null> {
  const [current] = await wordingVersions(tx, entry.purpose);
  if (current && current.id === entry.wordingId) return current.validMonths;
  throw ruleBroken('wording-replaced', { purpose: entry.purpose, currentVersion: current?.version ?? 0 });
}

/** The answers given while a customer is being registered, in the same transaction. */
export function firstAnswersRecorder(ports: GiverPorts) {
  return async (
    tx: Queries,
    actor: Actor,
    now: string,
    customerId: string,
    entries: readonly ConsentEntry[],
  ): Promise<void> => {
    for (const entry of entries) await recordEntry(ports, tx, actor, now, customerId, entry);
  };
}
