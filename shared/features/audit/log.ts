import { z } from 'zod';
import { isoDateSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import {
  answerWaySchema,
  channelSchema,
  consentActs,
  consentStateSchema,
  purposeSchema,
} from '../consents/purposes.ts';
import { actionGroups } from './action-groups.ts';
import { markSchema } from './unusual.ts';

export const outcomes = ['done', 'started', 'failed', 'refused', 'cancelled'] as const;

export const auditEventSchema = z.object({
  sequence: z.int(),
  at: z.string(),
  actorName: z.string(),
  /** `feature.procedure`, or the name of an event of the program itself. */
  action: z.string(),
  outcome: z.enum(outcomes),
  details: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEvent = z.output<typeof auditEventSchema>;

/** All of them together; null and empty text leave a condition out. */
export const logFilterSchema = z.strictObject({
  /** A customer's number or name, or a staff member's name. */
  text: z.string().max(100, 'too-long'),
  customerId: idSchema.nullable(),
  /** `program`: events that nobody did. */
  actor: z.union([idSchema, z.literal('program')]).nullable(),
  actions: z.enum(actionGroups).nullable(),
  /** First and last day in Finland. */
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  workstation: z.string().max(200, 'too-long').nullable(),
  outcome: z.enum(outcomes).nullable(),
  /** Only rows with a mark that nobody has looked into. */
  unusual: z.boolean(),
});
export type LogFilter = z.output<typeof logFilterSchema>;

export const everything: LogFilter = {
  text: '',
  customerId: null,
  actor: null,
  actions: null,
  from: null,
  to: null,
  workstation: null,
  outcome: null,
  unusual: false,
};

export const logRowSchema = auditEventSchema.extend({
  /** Null for events of the program itself. */
  actorId: z.string().nullable(),
  workstation: z.string().nullable(),
  /** SHA-256 of the chain up to this row, 64 hexadecimal digits. */
  hash: z.string(),
  /** Number and name are null when the customer is no longer in the register. */
  customer: z.object({ id: z.string(), number: z.int().nullable(), name: z.string().nullable() }).nullable(),
  marks: z.array(markSchema),
});
export type LogRow = z.output<typeof logRowSchema>;

export const logPageSchema = z.object({
  rows: z.array(logRowSchema),
  more: z.boolean(),
  /** Where the next page goes on. A page may be short, or empty, before the search has come to the end. */
  next: z.int().nullable(),
  /** Of all rows that match; given with the first page only. `exactly`, `over` a limit, or `at-least` so many. */
  count: z.object({ rows: z.int(), is: z.enum(['exactly', 'over', 'at-least']) }).nullable(),
  /** What the typed text means; null when nothing was typed. */
  found: z.object({ customers: z.int(), people: z.int(), isCut: z.boolean() }).nullable(),
});
export type LogPage = z.output<typeof logPageSchema>;

/** What a change was like before and after it, or what was added. */
export const eventValuesSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('details'),
    changes: z.array(
      z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
  }),
  z.object({
    kind: z.literal('consent'),
    purpose: purposeSchema,
    channels: z.array(channelSchema),
    act: z.enum(consentActs),
    before: consentStateSchema,
    after: consentStateSchema,
    way: answerWaySchema,
    wordingVersion: z.int().nullable(),
  }),
  z.object({
    kind: z.literal('visit'),
    at: z.string(),
    service: z.string().nullable(),
    totalCents: z.int(),
  }),
  /** Why it was done, as the person wrote it. */
  z.object({ kind: z.literal('reason'), reason: z.string() }),
  /** The row tells all there is. */
  z.object({ kind: z.literal('none') }),
]);
export type EventValues = z.output<typeof eventValuesSchema>;

/** Actions whose values the register can show. */
export const actionsWithValues: readonly string[] = [
  'customers.edit',
  'customers.revealContact',
  'customers.liftRestriction',
  'consents.record',
  'visits.log',
];
