import { sql } from 'kysely';
import { channels as everyChannel, type Purpose } from '#shared/features/consents/purposes.ts';
import type { Queries } from '../../database/database.ts';
import {
  allSlots,
  type ConsentEvent,
  counting,
  type Folded,
  foldSlot,
  type Said,
  type Slot,
} from './rules.ts';
import { historiesOf } from './store.ts';
import type { ConsentStatesTable } from './tables.ts';

export interface FoldedSlot extends Slot {
  readonly folded: Folded<Said>;
}

/** Folds the whole histories of some customers anew, in the transaction that has added to them. */
export async function refold(tx: Queries, customerIds: readonly string[]): Promise<void> {
  const histories = await historiesOf(tx, customerIds);
  const rows = [...histories].flatMap(([customerId, history]) => statesOf(customerId, history));
  const ids = JSON.stringify(customerIds);
  await sql`DELETE FROM consent_states WHERE customer_id IN (SELECT value FROM json_each(${ids}))`.execute(
    tx,
  );
  await sql`
    INSERT INTO consent_states (customer_id, purpose, channel, answer, wording_version, valid_until, is_ended,
      is_prohibited, is_excepted)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
      value ->> 8
    FROM json_each(${JSON.stringify(rows)})`.execute(tx);
}

/** The rows of one customer: none for a slot that no entry concerns any more. */
function statesOf(customerId: string, history: readonly ConsentEvent[]): (string | number | null)[][] {
  const counted = counting(history);
  return allSlots.flatMap((slot) => {
    const { answer, prohibition, endedBy, exception } = foldSlot(slot, counted);
    if (!answer && !prohibition && !endedBy && !exception) return [];
    const said = answer ? [answer.act, answer.wordingVersion, answer.validUntil] : [null, null, null];
    const flags = [answer && endedBy, prohibition, exception].map((entry) => (entry ? 1 : 0));
    return [[customerId, slot.purpose, slot.channel ?? '', ...said, ...flags]];
  });
}

type Values = readonly [customerId: string, purpose: Purpose, channel: string, ...StateValues];
type StateValues = [
  answer: ConsentStatesTable['answer'],
  wordingVersion: number | null,
  validUntil: string | null,
  isEnded: 0 | 1,
  isProhibited: 0 | 1,
  isExcepted: 0 | 1,
];

const some: Omit<Said, 'act'> = { wordingVersion: null, validUntil: null };

/** A row as the rules read it; only what decides the state is in it, not who said it and when. */
function foldedOf(values: StateValues): Folded<Said> {
  const [answer, wordingVersion, validUntil, isEnded, isProhibited, isExcepted] = values;
  const prohibited = { ...some, act: 'prohibited' as const };
  return {
    answer: answer && { act: answer, wordingVersion, validUntil },
    prohibition: isProhibited === 1 ? prohibited : null,
    endedBy: isEnded === 1 ? prohibited : null,
    exception: isExcepted === 1 ? { ...some, act: 'contact-at-sale' } : null,
  };
}

/**
 * The folded slots of customers in a list; a slot of which nothing was said is missing. Where the same was said, the
 * same object stands: what follows from it need be worked out only once.
 */
export async function foldedStates(
  db: Queries,
  customerIds: readonly string[],
): Promise<Map<string, FoldedSlot[]>> {
  // One text: a page of fifty customers has hundreds of rows, and the binding hands over each value by itself.
  const { rows } = await sql<{ states: string }>`
    SELECT json_group_array(json_array(customer_id, purpose, channel, answer, wording_version, valid_until,
      is_ended, is_prohibited, is_excepted)) AS states
    FROM consent_states
    WHERE customer_id IN (SELECT value FROM json_each(${JSON.stringify(customerIds)}))`.execute(db);
  const states = new Map(customerIds.map((id): [string, FoldedSlot[]] => [id, []]));
  const folded = new Map<string, Folded<Said>>();
  for (const [customerId, purpose, channelName, ...said] of JSON.parse(rows[0]?.states ?? '[]') as Values[]) {
    const channel = everyChannel.find((one) => one === channelName) ?? null;
    const key = said.join();
    const same = folded.get(key) ?? foldedOf(said);
    folded.set(key, same);
    states.get(customerId)?.push({ purpose, channel, folded: same });
  }
  return states;
}
