import { z } from 'zod';
import type { IssueCode } from '../../rpc/issue-codes.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { optionalText } from '../../values/text.ts';
import {
  answerWaySchema,
  type Channel,
  type ConsentAct,
  canBeProhibited,
  channelSchema,
  channelsOf,
  consentActs,
  type Purpose,
  purposeSchema,
} from './purposes.ts';

/** An answer is worth nothing without the wording that it answers (GDPR Art. 7(1)); the others need none. */
export function needsWording(act: ConsentAct): boolean {
  return act === 'given' || act === 'refused';
}

/** One customer's answer about one purpose. Nothing is ever preselected. */
export const consentEntrySchema = z
  .strictObject({
    id: idSchema,
    purpose: purposeSchema,
    /** Empty for a purpose without channels. */
    channels: z.array(channelSchema).max(4, 'invalid'),
    act: z.enum(consentActs, { error: 'choose-answer' }),
    /** The wording that was read or shown; null only for prohibitions and withdrawals, which need none. */
    wordingId: idSchema.nullable(),
    language: languageSchema,
    way: answerWaySchema,
    note: optionalText(500),
  })
  .superRefine((entry, context) => {
    const refuse = (field: keyof typeof entry, message: IssueCode) =>
      context.addIssue({ code: 'custom', message, path: [field] });
    const channels = channelsIssue(entry.purpose, entry.channels);
    if (channels) refuse('channels', channels);
    const prohibits = entry.act === 'prohibited' || entry.act === 'prohibition-withdrawn';
    if (prohibits && !canBeProhibited(entry.purpose)) refuse('act', 'not-a-choice');
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
