import { z } from 'zod';

/**
 * What a customer can be asked permission for. Direct marketing, market research and opinion polls are the
 * uses that a customer may always forbid (Tietosuojalaki 1050/2018, Laki sähköisen viestinnän palveluista
 * 917/2014 ch. 24, GDPR Art. 21(2)); a forbidden one always wins.
 */
export const purposes = [
  'direct-marketing',
  'customer-surveys',
  'market-research',
  'opinion-polls',
  'health-profile',
] as const;
export type Purpose = (typeof purposes)[number];
export const purposeSchema = z.enum(purposes);

export const channels = ['email', 'sms', 'phone', 'post'] as const;
export type Channel = (typeof channels)[number];
export const channelSchema = z.enum(channels);

/** The health profile is about storing, not about contacting: it has no channels. */
export function channelsOf(purpose: Purpose): readonly Channel[] {
  return purpose === 'health-profile' ? [] : channels;
}

/**
 * Contacting can be prohibited. The health profile cannot: it needs a consent in any case, so a customer who
 * does not want it refuses or withdraws that.
 */
export function canBeProhibited(purpose: Purpose): boolean {
  return channelsOf(purpose).length > 0;
}

/**
 * Direct marketing by post and by personal phone calls needs no consent before it is prohibited (Laki sähköisen
 * viestinnän palveluista 917/2014, 200 §; GDPR Art. 6(1)(f) and 21(2)).
 */
export function isAllowedUntilProhibited(purpose: Purpose, channel: Channel | null): boolean {
  return purpose === 'direct-marketing' && (channel === 'post' || channel === 'phone');
}

/** How the customer gave the answer (GDPR Art. 7(1): the controller must be able to show it). */
export const answerWays = ['orally', 'phone', 'form', 'letter'] as const;
export type AnswerWay = (typeof answerWays)[number];
export const answerWaySchema = z.enum(answerWays);

/**
 * The customer exception (Laki sähköisen viestinnän palveluista 917/2014, 200 § 3 mom.): an address got at a sale may be
 * used for e-mails and text messages that market the seller's own similar products and services.
 */
export function canBeExcepted(purpose: Purpose, channel: Channel): boolean {
  return purpose === 'direct-marketing' && (channel === 'email' || channel === 'sms');
}

/** What can be recorded of a customer. `contact-at-sale` is the ground of the customer exception. */
export const recordableActs = [
  'given',
  'refused',
  'withdrawn',
  'prohibited',
  'prohibition-withdrawn',
  'contact-at-sale',
] as const;
export type RecordableAct = (typeof recordableActs)[number];

/** What an entry of the append-only history says; `undone` takes back an entry that was recorded by mistake. */
export const consentActs = [...recordableActs, 'undone'] as const;
export type ConsentAct = (typeof consentActs)[number];

/**
 * What holds now for one purpose and channel. `allowed` and `customer-exception` are uses that the law allows
 * without consent; each is shown with its ground.
 */
export const consentStates = [
  'given',
  'expiring',
  'old-wording',
  'expired',
  'refused',
  'withdrawn',
  'not-asked',
  'prohibited',
  'allowed',
  'customer-exception',
] as const;
export type ConsentState = (typeof consentStates)[number];
export const consentStateSchema = z.enum(consentStates);
