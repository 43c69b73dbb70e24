import { z } from 'zod';
import type { IssueCode } from '../../rpc/issue-codes.ts';

const code = (issue: IssueCode): IssueCode => issue;

/** Time of day in Finland, `HH:MM`. */
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, code('time-format'));

const hoursSchema = z
  .strictObject({ from: timeSchema, to: timeSchema })
  .refine(({ from, to }) => from < to, { error: code('out-of-range'), path: ['to'] });
/** When the office is open on one weekday; null is closed. */
export type OpenHours = z.output<typeof hoursSchema> | null;

const count = (min: number, max: number) =>
  z.int().min(min, code('out-of-range')).max(max, code('out-of-range'));

/**
 * What a manager wants to look into. Every rule can be said in one sentence and switched off; none of them accuses
 * anybody: a mark asks for an explanation, which the manager writes beside it.
 */
export const unusualRulesSchema = z.strictObject({
  /** The card of a customer with the staff member's own family name is opened. */
  ownFamilyName: z.strictObject({ isOn: z.boolean() }),
  /** One person opens the cards of many customers who have no visit that day. */
  manyCards: z.strictObject({ isOn: z.boolean(), cards: count(2, 500), minutes: count(1, 240) }),
  manyCardsInDay: z.strictObject({ isOn: z.boolean(), cards: count(2, 2000) }),
  /** Customers' data is seen or changed while the office is closed. Monday first. */
  outsideHours: z.strictObject({ isOn: z.boolean(), week: z.array(hoursSchema.nullable()).length(7) }),
});
export type UnusualRules = z.output<typeof unusualRulesSchema>;

const weekday = { from: '07:00', to: '19:00' };

/** In force until a manager changes them. */
export const firstRules: UnusualRules = {
  ownFamilyName: { isOn: true },
  manyCards: { isOn: true, cards: 20, minutes: 30 },
  manyCardsInDay: { isOn: true, cards: 60 },
  outsideHours: { isOn: true, week: [weekday, weekday, weekday, weekday, weekday, null, null] },
};

/** Why a row was marked, with the limits of that day: a later change of the rules does not rewrite it. */
export const reasonSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('own-family-name') }),
  z.object({ rule: z.literal('many-cards'), cards: z.int(), minutes: z.int() }),
  z.object({ rule: z.literal('many-cards-in-day'), cards: z.int() }),
  z.object({
    rule: z.literal('outside-hours'),
    hours: z.object({ from: z.string(), to: z.string() }).nullable(),
  }),
]);
export type Reason = z.output<typeof reasonSchema>;

export const markSchema = z.object({
  reason: reasonSchema,
  resolved: z.object({ at: z.string(), by: z.string(), note: z.string() }).nullable(),
});
export type Mark = z.output<typeof markSchema>;
