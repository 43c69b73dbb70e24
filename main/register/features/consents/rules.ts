import { mostTelling } from '#shared/features/consents/most-telling.ts';
import { daysBetween, expiringWithinDays } from '#shared/features/consents/periods.ts';
import {
  type Channel,
  type ConsentAct,
  type ConsentState,
  channelsOf,
  isAllowedUntilProhibited,
  type Purpose,
  purposes,
} from '#shared/features/consents/purposes.ts';
import { dateAt } from '#shared/values/dates.ts';

/** What the rules need of one entry of the history. Entries always come in the order of their recording. */
export interface ConsentEvent extends Said {
  readonly id: string;
  readonly purpose: Purpose;
  /** Empty for a purpose without channels. */
  readonly channels: readonly Channel[];
  /** The entry that this one takes back; null unless the act is `undone`. */
  readonly undoes: string | null;
  /** UTC instant. */
  readonly recordedAt: string;
}

/** What of an entry decides the state of a slot. */
export interface Said {
  readonly act: ConsentAct;
  readonly wordingVersion: number | null;
  /** Last valid day of a consent that ends by itself, `YYYY-MM-DD`. */
  readonly validUntil: string | null;
}

/** The newest version of each purpose's wording. */
export type CurrentVersions = Readonly<Partial<Record<Purpose, number>>>;

/** One square of the matrix: a purpose and a channel, or a purpose that has none. */
export interface Slot {
  readonly purpose: Purpose;
  readonly channel: Channel | null;
}

export interface Standing<E> extends Slot {
  readonly state: ConsentState;
  /** The entry that made the state; null when there is none. */
  readonly by: E | null;
  /** What would hold if a prohibition did not lie over it. */
  readonly overridden: { readonly state: ConsentState; readonly by: E | null } | null;
}

/** What the entries of one slot leave behind; what holds on a day follows from this and the wordings in force. */
export interface Folded<E> {
  /** The customer's latest answer or withdrawal. */
  readonly answer: E | null;
  /** The prohibition in force. */
  readonly prohibition: E | null;
  /** The prohibition that came after `answer`, in force or not. */
  readonly endedBy: E | null;
  /** The sale at which the contact was got, as long as nothing has been said against it since. */
  readonly exception: E | null;
}

const inForce: ReadonlySet<ConsentState> = new Set(['given', 'expiring', 'old-wording']);

/** What is left where nobody has said anything. */
export const untouched = { answer: null, prohibition: null, endedBy: null, exception: null };

function slotsOf(purpose: Purpose): readonly Slot[] {
  const channels = channelsOf(purpose);
  return channels.length === 0
    ? [{ purpose, channel: null }]
    : channels.map((channel) => ({ purpose, channel }));
}

export const allSlots: readonly Slot[] = purposes.flatMap(slotsOf);

/**
 * What holds on `today` (`YYYY-MM-DD` in Finland) for one slot, from the whole history of the customer.
 *
 * A prohibition wins over everything until it is withdrawn. It also ends the consents given before it: who
 * forbids something no longer agrees to it (GDPR Art. 7(3)), so withdrawing the prohibition brings back no
 * consent, only what the law allows to everyone. An answer given after the prohibition counts once that is gone.
 * A contact got at a sale allows marketing where no consent does, until the customer says anything against it.
 */
export function standingOf<E extends ConsentEvent>(
  slot: Slot,
  history: readonly E[],
  versions: CurrentVersions,
  today: string,
): Standing<E> {
  return standingFrom(slot, foldSlot(slot, counting(history)), versions, today);
}

/** The same from what was folded before. */
export function standingFrom<E extends Said>(
  slot: Slot,
  { answer, prohibition, endedBy, exception }: Folded<E>,
  versions: CurrentVersions,
  today: string,
): Standing<E> {
  const permission = permissionOf(slot, answer, versions, today);
  if (prohibition) return { ...slot, state: 'prohibited', by: prohibition, overridden: permission };
  const holding =
    answer?.act === 'given' && endedBy ? withoutConsent(slot, 'withdrawn', endedBy) : permission;
  const isExcepted = exception !== null && !inForce.has(holding.state);
  return {
    ...slot,
    ...(isExcepted ? { state: 'customer-exception', by: exception } : holding),
    overridden: null,
  };
}

/** What was recorded by mistake and taken back, and its taking back, count for nothing. */
export function counting<E extends ConsentEvent>(history: readonly E[]): E[] {
  const undone = new Set(history.map(({ undoes }) => undoes));
  return history.filter(({ id, act }) => act !== 'undone' && !undone.has(id));
}

export function foldSlot<E extends ConsentEvent>(slot: Slot, counted: readonly E[]): Folded<E> {
  let folded: Folded<E> = untouched;
  for (const event of counted) {
    if (concerns(event, slot)) folded = next(folded, event);
  }
  return folded;
}

function concerns(event: ConsentEvent, { purpose, channel }: Slot): boolean {
  return event.purpose === purpose && (channel === null || event.channels.includes(channel));
}

function next<E extends ConsentEvent>(folded: Folded<E>, event: E): Folded<E> {
  switch (event.act) {
    case 'given':
      // A yes that no wording proves is no yes (GDPR Art. 7(1)).
      return event.wordingVersion === null ? folded : { ...folded, answer: event, endedBy: null };
    case 'refused':
    case 'withdrawn':
      return { ...folded, answer: event, endedBy: null, exception: null };
    case 'prohibited':
      return { ...folded, prohibition: folded.prohibition ?? event, endedBy: event, exception: null };
    case 'prohibition-withdrawn':
      return { ...folded, prohibition: null };
    case 'contact-at-sale':
      // Who has forbidden marketing is no exception to their own prohibition.
      return folded.prohibition ? folded : { ...folded, exception: event };
    case 'undone':
      return folded;
  }
}

interface Permission<E> {
  readonly state: ConsentState;
  readonly by: E | null;
}

function permissionOf<E extends Said>(
  slot: Slot,
  answer: E | null,
  versions: CurrentVersions,
  today: string,
): Permission<E> {
  if (answer === null) return withoutConsent<E>(slot, 'not-asked', null);
  if (answer.act !== 'given')
    return { state: answer.act === 'refused' ? 'refused' : 'withdrawn', by: answer };
  const daysLeft = answer.validUntil === null ? null : daysBetween(today, answer.validUntil);
  if (daysLeft !== null && daysLeft < 0) return withoutConsent(slot, 'expired', answer);
  if (daysLeft !== null && daysLeft <= expiringWithinDays) return { state: 'expiring', by: answer };
  const isOld = (answer.wordingVersion ?? 0) < (versions[slot.purpose] ?? 0);
  return { state: isOld ? 'old-wording' : 'given', by: answer };
}

/** No consent is in force: the law's own permission takes its place where there is one. */
function withoutConsent<E>(slot: Slot, state: ConsentState, by: E | null): Permission<E> {
  return isAllowedUntilProhibited(slot.purpose, slot.channel)
    ? { state: 'allowed', by: null }
    : { state, by };
}

/** Every slot of every purpose, in the order of the matrix. */
export function standingsOf<E extends ConsentEvent>(
  history: readonly E[],
  versions: CurrentVersions,
  today: string,
): Standing<E>[] {
  return allSlots.map((slot) => standingOf(slot, history, versions, today));
}

/**
 * What each entry changed: the state right before and right after it, on the day of its recording and with
 * the wordings of that moment.
 */
export function changesOf<E extends ConsentEvent>(
  history: readonly E[],
  versionsAt: (instant: string) => CurrentVersions,
): { event: E; before: ConsentState; after: ConsentState }[] {
  return history.map((event, index) => {
    const slots = slotsOf(event.purpose).filter((slot) => concerns(event, slot));
    const stateAfter = (count: number) => {
      const known = history.slice(0, count);
      const day = dateAt(event.recordedAt);
      const versions = versionsAt(event.recordedAt);
      return mostTelling(slots.map((slot) => standingOf(slot, known, versions, day).state));
    };
    return { event, before: stateAfter(index), after: stateAfter(index + 1) };
  });
}

/** Whether a prohibition lies over some slot that an entry names. */
export function isProhibitedIn(
  { purpose, channels }: Pick<ConsentEvent, 'purpose' | 'channels'>,
  history: readonly ConsentEvent[],
): boolean {
  const counted = counting(history);
  return channels.some((channel) => foldSlot({ purpose, channel }, counted).prohibition !== null);
}

/**
 * Whether an entry has something to end in every slot that it names: a withdrawal needs a consent in force
 * (also one under a prohibition), the withdrawal of a prohibition needs a prohibition.
 */
export function hasSomethingToEnd(
  entry: Pick<ConsentEvent, 'purpose' | 'channels' | 'act'>,
  history: readonly ConsentEvent[],
  versions: CurrentVersions,
  today: string,
): boolean {
  const slots = slotsOf(entry.purpose).filter(
    ({ channel }) => channel === null || entry.channels.includes(channel),
  );
  const standings = slots.map((slot) => standingOf(slot, history, versions, today));
  if (entry.act === 'withdrawn') {
    return standings.every(({ state, overridden }) => inForce.has(overridden?.state ?? state));
  }
  if (entry.act === 'prohibition-withdrawn') return standings.every(({ state }) => state === 'prohibited');
  return true;
}
