import { ageOn } from '../../values/dates.ts';
import { adultFrom, consentsAloneFrom } from './ages.ts';
import type { GiverRole } from './giver.ts';
import type { Channel, ConsentState, Purpose } from './purposes.ts';

/** What a customer's details decide; never the details themselves. */
export interface ContactFacts {
  /** Turvakielto: contact details leave the register only for a reason (Laki 661/2009, 36 and 37 §). */
  readonly protected: boolean;
  /** `YYYY-MM-DD`. */
  readonly deceasedOn: string | null;
  /** UTC instant since when data may only be stored (GDPR Art. 18(2)). */
  readonly restrictedSince: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly hasGuardian: boolean;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly hasAddress: boolean;
}

/** What holds for the purpose and channel that is asked about: one cell of the matrix. */
export interface ContactCell {
  readonly purpose: Purpose;
  readonly channel: Channel | null;
  readonly state: ConsentState;
  readonly since: string | null;
  readonly validUntil: string | null;
  readonly wordingVersion: number | null;
  /** Who gave the answer; null when nobody wrote it down. */
  readonly givenBy: GiverRole | null;
}

export const yesGrounds = ['consent', 'guardian-consent', 'customer-exception', 'until-prohibited'] as const;
export const noGrounds = [
  'prohibited',
  'deceased',
  'restricted',
  'protected',
  'no-address',
  'minor',
  'refused',
  'withdrawn',
  'expired',
  'not-asked',
] as const;
export type YesGround = (typeof yesGrounds)[number];
export type NoGround = (typeof noGrounds)[number];

export interface ContactAnswer {
  readonly channel: Channel;
  readonly allowed: boolean;
  readonly ground: YesGround | NoGround;
  /** UTC instant of the entry or restriction behind the ground; null where nothing was recorded. */
  readonly since: string | null;
  /** Last valid day of a consent that ends by itself. */
  readonly until: string | null;
  readonly wordingVersion: number | null;
}

/**
 * Whether the customer may be contacted for the cell's purpose by its channel on `today` (`YYYY-MM-DD` in Finland), and
 * on which ground. Every list that leaves the register asks the same.
 *
 * A prohibition wins over everything (GDPR Art. 21(3)); then come those whom nobody contacts, and only then what was
 * agreed. E-mail and text messages need prior consent (Laki sähköisen viestinnän palveluista 917/2014, 200 § 1 mom.)
 * or the customer exception (3 mom.); letters and personal calls are allowed until prohibited (2 mom.). 202 § of the
 * same law is about companies, which this register does not hold. Calls here are made by a person: an automated call
 * would need consent. Consent can be withdrawn at any time (GDPR Art. 7(3)). Who is not an adult is marketed to only
 * by consent: children merit specific protection in it (GDPR recital 38).
 */
export function mayContact(
  cell: ContactCell & { channel: Channel },
  facts: ContactFacts,
  today: string,
): ContactAnswer {
  const against = prohibition(cell) ?? obstacle(cell.channel, facts);
  if (against) return answer(cell, against.ground, against.since);
  const age = ageOn(facts.birthDate, today);
  const yes = permission(cell, today);
  if (yes === null) return answer(cell, reasonOf(cell), cell.since);
  if (yes !== 'consent') return age < adultFrom ? answer(cell, 'minor', null) : allow(cell, yes);
  const consent = consentGround(cell, age, facts);
  return consent ? allow(cell, consent) : answer(cell, 'minor', null);
}

/** The answers of one purpose, a channel each, in the order of its cells; a purpose without channels has none. */
export function contactAnswers(
  cells: readonly ContactCell[],
  purpose: Purpose,
  facts: ContactFacts,
  today: string,
): ContactAnswer[] {
  return cells.flatMap((cell) => {
    const { channel } = cell;
    return cell.purpose === purpose && channel !== null
      ? [mayContact({ ...cell, channel }, facts, today)]
      : [];
  });
}

interface Against {
  readonly ground: NoGround;
  readonly since: string | null;
}

function prohibition({ state, since }: ContactCell): Against | null {
  return state === 'prohibited' ? { ground: 'prohibited', since } : null;
}

/** Why nobody contacts this customer, whatever was agreed. */
function obstacle(channel: Channel, facts: ContactFacts): Against | null {
  if (facts.deceasedOn !== null) return { ground: 'deceased', since: null };
  if (facts.restrictedSince !== null) return { ground: 'restricted', since: facts.restrictedSince };
  if (facts.protected) return { ground: 'protected', since: null };
  return hasWay(channel, facts) ? null : { ground: 'no-address', since: null };
}

function hasWay(channel: Channel, { hasEmail, hasPhone, hasAddress }: ContactFacts): boolean {
  return { email: hasEmail, sms: hasPhone, phone: hasPhone, post: hasAddress }[channel];
}

const consents: readonly ConsentState[] = ['given', 'expiring', 'old-wording'];
const electronic: readonly Channel[] = ['email', 'sms'];

function permission(
  { purpose, channel, state, validUntil }: ContactCell & { channel: Channel },
  today: string,
): Exclude<YesGround, 'guardian-consent'> | null {
  if (consents.includes(state)) return isOver(validUntil, today) ? null : 'consent';
  if (purpose !== 'direct-marketing') return null;
  const isElectronic = electronic.includes(channel);
  if (state === 'customer-exception' && isElectronic) return 'customer-exception';
  return state === 'allowed' && !isElectronic ? 'until-prohibited' : null;
}

/**
 * Whose consent it is. A young child's needs the holder of parental responsibility, who gives or authorises it (GDPR
 * Art. 8(1)); where nobody wrote down who answered, a guardian who is known is taken to have.
 */
function consentGround(
  { givenBy }: ContactCell,
  age: number,
  { hasGuardian }: ContactFacts,
): 'consent' | 'guardian-consent' | null {
  if (givenBy === 'guardian') return 'guardian-consent';
  if (givenBy === 'representative' || age >= consentsAloneFrom) return 'consent';
  return givenBy === null && hasGuardian ? 'guardian-consent' : null;
}

/** A cell may have been read before midnight. */
function isOver(validUntil: string | null, today: string): boolean {
  return validUntil !== null && validUntil < today;
}

function reasonOf({ state }: ContactCell): NoGround {
  if (consents.includes(state)) return 'expired';
  const said = (['refused', 'withdrawn', 'expired'] as const).find((ground) => ground === state);
  return said ?? 'not-asked';
}

function allow(cell: ContactCell & { channel: Channel }, ground: YesGround): ContactAnswer {
  const { channel, since, wordingVersion, validUntil } = cell;
  return { channel, allowed: true, ground, since, until: validUntil, wordingVersion };
}

function answer({ channel }: { channel: Channel }, ground: NoGround, since: string | null): ContactAnswer {
  return { channel, allowed: false, ground, since, until: null, wordingVersion: null };
}
