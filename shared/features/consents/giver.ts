import { z } from 'zod';
import { idSchema } from '../../values/ids.ts';
import { requiredText } from '../../values/text.ts';
import { adultFrom, consentsAloneFrom } from './ages.ts';
import type { Channel, RecordableAct } from './purposes.ts';

/**
 * As whom an answer was given. `representative` is whoever may act for the customer otherwise than as a guardian of a
 * child: a trustee (edunvalvoja) or somebody whom the customer or the guardian has authorised.
 */
export const giverRoles = ['customer', 'guardian', 'representative'] as const;
export type GiverRole = (typeof giverRoles)[number];
export const giverRoleSchema = z.enum(giverRoles);

const name = requiredText(120);

/** Who gave an answer, as the desk tells it: a guardian who is a customer is named by that, others by name. */
export const giverSchema = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('customer') }),
    z.strictObject({ by: z.literal('linked-guardian'), customerId: idSchema }),
    z.strictObject({ by: z.literal('guardian'), name }),
    z.strictObject({ by: z.literal('representative'), name }),
  ],
  { error: 'not-a-choice' },
);
export type Giver = z.output<typeof giverSchema>;

/** Who gave an answer, as it is kept; the name as it was then. */
export const givenBySchema = z.strictObject({
  role: giverRoleSchema,
  /** Null when the customer answered. */
  name: z.string().nullable(),
  /** The guardian, when the guardian is a customer. */
  customerId: z.string().nullable(),
});
export type GivenBy = z.output<typeof givenBySchema>;

/** What decides who may answer for a customer on a day. */
export const answeringSchema = z.object({
  /** Whole years on that day. */
  age: z.int(),
  /** The guardians whose link holds on that day; none for an adult. */
  guardians: z.array(z.object({ customerId: z.string(), name: z.string() })),
});
export type Answering = z.output<typeof answeringSchema>;

export function isMinor({ age }: Pick<Answering, 'age'>): boolean {
  return age < adultFrom;
}

/** Kinds of people who may be named, beside the guardians who are customers. */
export function possibleRoles(answering: Pick<Answering, 'age'>): readonly GiverRole[] {
  return isMinor(answering) ? giverRoles : giverRoles.filter((role) => role !== 'guardian');
}

type Problem = 'giver-not-chosen' | 'guardian-of-adult' | 'not-a-guardian';

/**
 * Who gave the answer, or why that person cannot have. An adult answers for themselves unless another is named. Of a
 * minor it must be said: neither the child nor the guardian is assumed, and whether the child understands what is
 * asked is seen at the desk, not in this register.
 */
export function readGiver(
  giver: Giver | undefined,
  answering: Answering,
): { ok: true; value: GivenBy } | { ok: false; problem: Problem } {
  if (giver === undefined && isMinor(answering)) return { ok: false, problem: 'giver-not-chosen' };
  if (giver === undefined || giver.by === 'customer') return given('customer', null, null);
  if (giver.by === 'representative') return given('representative', giver.name, null);
  if (!isMinor(answering)) return { ok: false, problem: 'guardian-of-adult' };
  if (giver.by === 'guardian') return given('guardian', giver.name, null);
  const linked = answering.guardians.find(({ customerId }) => customerId === giver.customerId);
  if (!linked) return { ok: false, problem: 'not-a-guardian' };
  return given('guardian', linked.name, linked.customerId);
}

function given(role: GiverRole, name: string | null, customerId: string | null) {
  return { ok: true as const, value: { role, name, customerId } };
}

/** A consent that is recorded, and on which alone nobody is contacted: a young child's own. */
export function isNotEnoughAlone(
  role: GiverRole | null,
  act: RecordableAct | null,
  channels: readonly Channel[],
  { age }: Pick<Answering, 'age'>,
): boolean {
  return role === 'customer' && act === 'given' && channels.length > 0 && age < consentsAloneFrom;
}
