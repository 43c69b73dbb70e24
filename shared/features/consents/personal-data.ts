import { z } from 'zod';
import { languageSchema } from '../../values/language.ts';
import { givenBySchema } from './giver.ts';
import { answerWaySchema, channelSchema, consentActs, purposeSchema } from './purposes.ts';

/** The consents part of the access report: every entry ever recorded, each with the exact text it answers. */
export const consentsPersonalDataSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.string(),
      purpose: purposeSchema,
      channels: z.array(channelSchema),
      act: z.enum(consentActs),
      wordingVersion: z.int().nullable(),
      wordingText: z.string().nullable(),
      language: languageSchema,
      way: answerWaySchema,
      note: z.string().nullable(),
      /** What was sold when the contact was got at a sale. */
      sold: z.string().nullable(),
      /** The entry that this one takes back as a mistake. */
      undoes: z.string().nullable(),
      /** Last day of a consent that ends by itself. */
      validUntil: z.string().nullable(),
      /** Who gave the answer; null when nobody wrote it down, and when a mistake is taken back. */
      givenBy: givenBySchema.nullable(),
      recordedAt: z.string(),
      recordedBy: z.string(),
    }),
  ),
  /** What the customer answered as the guardian of others, of whom only the number is told. */
  answeredFor: z.array(
    z.strictObject({
      customerNumber: z.int(),
      purpose: purposeSchema,
      act: z.enum(consentActs),
      /** The customer's name as it was then. */
      name: z.string().nullable(),
      recordedAt: z.string(),
    }),
  ),
});
export type ConsentsPersonalData = z.output<typeof consentsPersonalDataSchema>;
