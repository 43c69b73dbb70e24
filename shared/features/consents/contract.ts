import { z } from 'zod';
import { command, desk, managers, query, task } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { requiredText } from '../../values/text.ts';
import { consentEntrySchema } from './entry.ts';
import { answeringSchema, givenBySchema, giverRoleSchema } from './giver.ts';
import { noGrounds, yesGrounds } from './may-contact.ts';
import {
  answerWaySchema,
  channelSchema,
  consentActs,
  consentStateSchema,
  purposeSchema,
} from './purposes.ts';

const texts = z.object({ fi: z.string(), sv: z.string(), en: z.string() });

export const wordingSchema = z.object({
  id: z.string(),
  purpose: purposeSchema,
  version: z.int(),
  texts,
  /** How long a consent to this wording lasts, in calendar months; null = until withdrawn. */
  validMonths: z.int().nullable(),
  publishedAt: z.string(),
  publishedBy: z.string(),
});
export type Wording = z.output<typeof wordingSchema>;

const historyEntry = z.object({
  id: z.string(),
  purpose: purposeSchema,
  channels: z.array(channelSchema),
  act: z.enum(consentActs),
  /** What held before and right after the entry: the most telling one of its channels. */
  before: consentStateSchema,
  after: consentStateSchema,
  wordingVersion: z.int().nullable(),
  language: languageSchema.nullable(),
  way: answerWaySchema,
  note: z.string().nullable(),
  /** What was sold when the contact was got. */
  sold: z.string().nullable(),
  /** Who gave the answer; null when nobody wrote it down, and when a mistake is taken back. */
  givenBy: givenBySchema.nullable(),
  /** The customer was a minor when it was recorded: then who answered is always told. */
  wasMinor: z.boolean(),
  /** Taken back by a later entry. */
  isUndone: z.boolean(),
  recordedAt: z.string(),
  recordedBy: z.string(),
});
export type ConsentHistoryEntry = z.output<typeof historyEntry>;

/** What holds now for one purpose and channel (`channel` null where the purpose has none). */
const cell = z.object({
  purpose: purposeSchema,
  channel: channelSchema.nullable(),
  state: consentStateSchema,
  /** What a prohibition lies over: shown struck through, never in force. */
  overridden: z.object({ state: consentStateSchema, since: z.string().nullable() }).nullable(),
  /** When the entry behind the state was recorded; null when there is none. */
  since: z.string().nullable(),
  /** Last valid day, `YYYY-MM-DD`, of a consent that ends. */
  validUntil: z.string().nullable(),
  way: answerWaySchema.nullable(),
  wordingVersion: z.int().nullable(),
  givenBy: giverRoleSchema.nullable(),
  recordedBy: z.string().nullable(),
});
export type ConsentCell = z.output<typeof cell>;

/** Whether the customer may be contacted for direct marketing in a channel today, and on which ground. */
const contactAnswer = z.object({
  channel: channelSchema,
  allowed: z.boolean(),
  ground: z.enum([...yesGrounds, ...noGrounds]),
  since: z.string().nullable(),
  until: z.string().nullable(),
  wordingVersion: z.int().nullable(),
});

/** A wording is one text in three languages: all of them are written, or none is published. */
export const wordingTextsSchema = z.strictObject({
  fi: requiredText(2000),
  sv: requiredText(2000),
  en: requiredText(2000),
});

export const consentsContract = {
  /** The wordings in force, one for each purpose, in every language. */
  wordings: query({
    access: desk,
    input: z.strictObject({}),
    output: z.array(wordingSchema),
    audit: { log: 'none', why: "the clinic's own texts, no personal data of customers" },
  }),
  /** Every version ever published of one purpose's wording, newest first. */
  wordingHistory: query({
    access: managers,
    input: z.strictObject({ purpose: purposeSchema }),
    output: z.array(wordingSchema),
    audit: { log: 'none', why: "the clinic's own texts, no personal data of customers" },
  }),
  ofCustomer: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema }),
    output: z.object({
      cells: z.array(cell),
      /** May I contact? One answer for each channel. */
      contact: z.array(contactAnswer),
      /** Who may answer today. */
      answering: answeringSchema,
      history: z.array(historyEntry),
    }),
    audit: { log: 'row', customer: (input) => input.customerId, repeat: 'while-open' },
  }),
  /** Records an answer, a withdrawal or a prohibition: always a new entry, never a change of an old one. */
  record: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, entry: consentEntrySchema }),
    output: z.object({ id: z.string() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'consent', id: input.entry.id }),
    },
    stale: ['consents', 'customers', 'audit'],
  }),
  /** Takes back one's own entry, recorded by mistake just now: a new entry, the history keeps both. */
  undo: command({
    access: desk,
    input: z.strictObject({ customerId: idSchema, id: idSchema, entryId: idSchema }),
    output: z.object({ id: z.string() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'consent', id: input.entryId }),
    },
    stale: ['consents', 'customers', 'audit'],
  }),
  /** Every entry with its exact wording, for the customer: as PDF to a place that the person chooses, or on paper. */
  printHistory: task({
    access: desk,
    input: z.strictObject({
      customerId: idSchema,
      /** Null is the customer's own. */
      language: languageSchema.nullable(),
      to: z.enum(['file', 'paper'], { error: 'not-a-choice' }),
    }),
    output: z.object({
      outcome: z.enum(['saved', 'printed', 'cancelled']),
      fileName: z.string().nullable(),
    }),
    audit: { log: 'row', customer: (input) => input.customerId },
    stale: ['audit'],
  }),
  /** Takes a new version of a wording into use in all three languages; old ones stay for the history. */
  publishWording: command({
    access: managers,
    input: z.strictObject({
      id: idSchema,
      purpose: purposeSchema,
      texts: wordingTextsSchema,
      validMonths: z.int().min(1, 'out-of-range').max(120, 'out-of-range').nullable(),
      /** The version that the writer started from, so that two writers never pass each other unseen. */
      basedOnVersion: z.int(),
    }),
    output: z.object({ version: z.int() }),
    audit: { log: 'row', entity: (input) => ({ type: 'wording', id: input.id }) },
    stale: ['consents', 'customers', 'audit'],
  }),
};
