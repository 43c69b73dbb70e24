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

export interface FoldedSlot extends Slot {
  readonly folded: Folded<Said>;
}

/** Folds the whole histories of some customers anew, in the transaction that has added to them. */
export async function refold(tx: Queries, customerIds: readonly string[]): Promise<void> {
  const histories = await historiesOf(tx, customerIds);
  const rows = [...histories].map(([customerId, history]) => [customerId, JSON.stringify(slotsOf(history))]);
  await sql`
    INSERT INTO consent_states (customer_id, slots)
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (customer_id) DO UPDATE SET slots = excluded.slots`.execute(tx);
}

/** Only what decides the state is kept, not who said it and when. A channel is empty text where a purpose has none. */
type Kept = readonly [purpose: Purpose, channel: string, ...KeptOfSlot];
type KeptOfSlot = [
  answer: 'given' | 'refused' | 'withdrawn' | null,
  wordingVersion: number | null,
  validUntil: string | null,
  isEnded: 0 | 1,
  isProhibited: 0 | 1,
  isExcepted: 0 | 1,
];

/** A slot that no entry concerns any more is left out. */
function slotsOf(history: readonly ConsentEvent[]): Kept[] {
  const counted = counting(history);
  return allSlots.flatMap((slot): Kept[] => {
    const { answer, prohibition, endedBy, exception } = foldSlot(slot, counted);
    if (!answer && !prohibition && !endedBy && !exception) return [];
    const flag = (entry: unknown) => (entry ? 1 : 0);
    return [
      [
        slot.purpose,
        slot.channel ?? '',
        answer && answerOf(answer),
        answer?.wordingVersion ?? null,
        answer?.validUntil ?? null,
        flag(answer && endedBy),
        flag(prohibition),
        flag(exception),
      ],
    ];
  });
}

function answerOf({ act }: Said): KeptOfSlot[0] {
  if (act === 'given' || act === 'refused' || act === 'withdrawn') return act;
  throw new Error(`${act} answers nothing`);
}

/**
 * The folded slots of one customer; a slot of which nothing was said is missing.
 * @param slots what is kept of the customer: `consent_states.slots`
 * @param same what was read before. Where the same was said, the same object stands: what follows from it need be
 * worked out only once
 */
export function foldedSlots(slots: string, same = new Map<string, Folded<Said>>()): FoldedSlot[] {
  return (JSON.parse(slots) as Kept[]).map(([purpose, channelName, ...kept]) => {
    const key = kept.join();
    const folded = same.get(key) ?? foldedOf(kept);
    same.set(key, folded);
    return { purpose, channel: everyChannel.find((one) => one === channelName) ?? null, folded };
  });
}

const some: Omit<Said, 'act'> = { wordingVersion: null, validUntil: null };

/** As the rules read it. */
function foldedOf(kept: KeptOfSlot): Folded<Said> {
  const [answer, wordingVersion, validUntil, isEnded, isProhibited, isExcepted] = kept;
  const prohibited = { ...some, act: 'prohibited' as const };
  return {
    answer: answer && { act: answer, wordingVersion, validUntil },
    prohibition: isProhibited === 1 ? prohibited : null,
    endedBy: isEnded === 1 ? prohibited : null,
    exception: isExcepted === 1 ? { ...some, act: 'contact-at-sale' } : null,
  };
}
