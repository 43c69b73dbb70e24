import { z } from 'zod';
import { command, desk, managers, query, task } from '../../rpc/procedure.ts';
import { instantSchema, isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { languageSchema } from '../../values/language.ts';
import { requiredText } from '../../values/text.ts';
import { firstSteps } from './first-steps.ts';
import { auditEventSchema, eventValuesSchema, logFilterSchema, logPageSchema } from './log.ts';
import { unusualRulesSchema } from './unusual.ts';
import { auditVerificationSchema } from './verification.ts';

export type { AuditEvent } from './log.ts';

export const auditContract = {
  /** Who has seen or changed one customer's data, newest first, 100 at a time. */
  ofCustomer: query({
    access: desk,
    input: z.strictObject({ customerId: idSchema, beforeSequence: z.int().nullable() }),
    output: z.object({ events: z.array(auditEventSchema), more: z.boolean() }),
    audit: { log: 'row', customer: (input) => input.customerId, repeat: 'while-open' },
  }),
  /** What the caller has not yet done once: the program shows how, to those who are new. */
  firstSteps: query({
    access: desk,
    input: z.strictObject({}),
    output: z.object({ left: z.array(z.enum(firstSteps)) }),
    audit: { log: 'none', why: "the caller's own first steps, nothing about customers" },
  }),
  /** The whole log, newest first, at most 100 rows at a time. */
  list: query({
    access: managers,
    input: z.strictObject({ filter: logFilterSchema, before: z.int().nullable() }),
    output: logPageSchema,
    audit: { log: 'burst', count: (output) => output.rows.length },
  }),
  /** What the filters can choose from, and what waits for the manager. */
  overview: query({
    access: managers,
    input: z.strictObject({}),
    output: z.object({
      people: z.array(z.object({ id: z.string(), name: z.string() })),
      workstations: z.array(z.string()),
      /** Marked rows that nobody has looked into; not counted further than 1 000. */
      unusual: z.int(),
      /** Null before the first row. */
      newest: z.object({ sequence: z.int(), hash: z.string() }).nullable(),
      /** The last verification that went through; null when there has been none. */
      verified: z.object({ at: z.string(), by: z.string(), rows: z.int(), findings: z.int() }).nullable(),
    }),
    audit: { log: 'none', why: 'names of staff and computers and two counts, nothing about customers' },
  }),
  /** How many events each quarter of an hour of one day (in Finland) had; quarters without any are left out. */
  day: query({
    access: managers,
    input: z.strictObject({ date: isoDateSchema }),
    output: z.object({
      quarters: z.array(z.object({ at: instantSchema, events: z.int(), unusual: z.int() })),
    }),
    audit: { log: 'none', why: 'counts by the time of day, nothing about customers' },
  }),
  /** What a change was like before and after, when the register knows. */
  values: query({
    access: managers,
    input: z.strictObject({ sequence: z.int().min(1) }),
    output: z.object({ customerId: z.string().nullable(), values: eventValuesSchema }),
    audit: {
      log: 'row',
      customer: (_input, output) => output?.customerId ?? undefined,
      repeat: 'while-open',
    },
  }),
  rules: query({
    access: managers,
    input: z.strictObject({}),
    output: z.object({ rules: unusualRulesSchema, version: z.int() }),
    audit: { log: 'none', why: "the clinic's own limits, nothing about customers" },
  }),
  /** From today on: earlier marks stay as they are. */
  setRules: command({
    access: managers,
    input: z.strictObject({ rules: unusualRulesSchema, expectedVersion: z.int() }),
    output: z.object({ version: z.int() }),
    audit: { log: 'row', entity: () => ({ type: 'unusual-rules', id: '1' }) },
    stale: ['audit'],
  }),
  /** Looks at the rows that came since the last time and marks the unusual ones. */
  review: task({
    access: managers,
    input: z.strictObject({}),
    output: z.object({ reviewed: z.int(), marked: z.int() }),
    audit: { log: 'none', why: 'the program reads its own log; nothing is shown' },
    stale: [],
  }),
  /** Writes beside a marked row what explained it. */
  resolve: command({
    access: managers,
    input: z.strictObject({ sequence: z.int().min(1), note: requiredText(300) }),
    output: z.object({ resolved: z.int() }),
    audit: { log: 'row', entity: (input) => ({ type: 'audit-event', id: String(input.sequence) }) },
    stale: ['audit'],
  }),
  /** The rows of a filter as CSV in an AES-256 ZIP. The passphrase is shown once and kept nowhere. */
  exportList: task({
    access: managers,
    input: z.strictObject({ filter: logFilterSchema, language: languageSchema }),
    output: z.object({
      /** `too-many`: more than 200 000 rows; no file was made. */
      outcome: z.enum(['saved', 'cancelled', 'too-many']),
      fileName: z.string().nullable(),
      passphrase: z.string().nullable(),
      rows: z.int(),
    }),
    audit: { log: 'row' },
    stale: ['audit'],
  }),
  /** Goes through the whole log and every signature; progress counts rows and signatures. */
  verify: task({
    access: managers,
    input: z.strictObject({}),
    output: auditVerificationSchema,
    audit: { log: 'row' },
    stale: ['audit'],
  }),
};
