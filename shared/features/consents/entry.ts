import { z } from 'zod';
import type { IssueCode } from '../../rpc/issue-codes.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { optionalText, requiredText } from '../../values/text.ts';
import { giverSchema } from './giver.ts';
import {
  answerWaySchema,
  type Channel,
  type ConsentAct,
  canBeExcepted,
  canBeProhibited,
  channelSchema,
  channelsOf,
  type Purpose,
  purposeSchema,
  recordableActs,
} from './purposes.ts';

/** An answer is worth nothing without the wording that it answers (GDPR Art. 7(1)); the others need none. */
export function needsWording(act: ConsentAct): boolean {
  return act === 'given' || act === 'refused';
}

/** What makes the customer exception hold; each of them is confirmed by the person who records it. */
const saleSchema = z.strictObject({
  /** The products or services sold: only similar ones may be marketed. */
  sold: requiredText(200),
  /** The customer was told at the sale that the address will be used for marketing. */
  wasTold: z.literal(true, 'must-confirm'),
  /** The customer was offered, at the sale and without charge, to forbid it. */
  couldRefuse: z.literal(true, 'must-confirm'),
});

/** One customer's answer about one purpose. Nothing is ever preselected. */
export const consentEntrySchema = z
  .strictObject({
    id: idSchema,
    purpose: purposeSchema,
    /** Empty for a purpose without channels. */
    channels: z.array(channelSchema).max(4, 'invalid'),
    act: z.enum(recordableActs, { error: 'choose-answer' }),
    /** The wording that was read or shown; null only for prohibitions and withdrawals, which need none. */
    wordingId: idSchema.nullable(),
    language: languageSchema,
    way: answerWaySchema,
    /** Who gave the answer; only an adult's own may be left out. */
    giver: giverSchema.exactOptional(),
    note: optionalText(500),
    /** Only of a contact got at a sale. */
    sale: saleSchema.exactOptional(),
  })
  .superRefine((entry, context) => {
    const refuse = (field: keyof typeof entry, message: IssueCode) =>
      context.addIssue({ code: 'custom', message, path: [field] });
    const channels = channelsIssue(entry.purpose, entry.channels);
    if (channels) refuse('channels', channels);
    const prohibits = entry.act === 'prohibited' || entry.act === 'prohibition-withdrawn';
    if (prohibits && !canBeProhibited(entry.purpose)) refuse('act', 'not-a-choice');
    const isSale = entry.act === 'contact-at-sale';
    if (isSale && !entry.channels.every((channel) => canBeExcepted(entry.purpose, channel))) {
      refuse('act', 'not-a-choice');
    }
    if (isSale !== (entry.sale !== undefined)) refuse('sale', isSale ? 'required' : 'invalid');
    if (needsWording(entry.act) && entry.wordingId === null) refuse('wordingId', 'required');
    if (!needsWording(entry.act) && entry.wordingId !== null) refuse('wordingId', 'invalid');
  });
export type ConsentEntry = z.output<typeof consentEntrySchema>;

/** Some channel, each once, of those that the purpose has; none where it has none. */
export function channelsIssue(purpose: Purpose, chosen: readonly Channel[]): IssueCode | null {
  const possible = channelsOf(purpose);
  if (possible.length > 0 && chosen.length === 0) return 'choose-channel';
  const isStray = (channel: Channel, index: number) =>
    !possible.includes(channel) || chosen.indexOf(channel) !== index;
  return chosen.some(isStray) ? 'invalid' : null;
}
