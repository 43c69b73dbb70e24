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
export type Kept = readonly [purpose: Purpose, channel: string, ...KeptOfSlot];
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

/** What is kept of one customer, slot by slot. @param slots `consent_states.slots` */
export function keptSlots(slots: string): Kept[] {
  return JSON.parse(slots) as Kept[];
}

export function foldedSlot([purpose, channelName, ...kept]: Kept): FoldedSlot {
  const channel = everyChannel.find((one) => one === channelName) ?? null;
  return { purpose, channel, folded: foldedOf(kept) };
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
