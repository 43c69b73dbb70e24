import { z } from 'zod';
import { sources } from '#shared/features/customers/contract.ts';
import { creditResults } from '#shared/features/customers/records.ts';
import { type RecordValues, recordTypes } from './record-form.ts';

const recordSchema = z.object({
  type: z.enum(recordTypes).nullable(),
  text: z.string(),
  otherId: z.string(),
  recipient: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  lastName: z.string(),
  firstNames: z.string(),
  result: z.enum(creditResults).nullable(),
  checkedOn: z.string(),
  reference: z.string(),
  provider: z.string(),
  source: z.enum(sources).nullable(),
}) satisfies z.ZodType<RecordValues>;

/** What a draft of a further detail holds; null when it is none that this version of the panel can read. */
export function recordDraft(values: unknown): RecordValues | null {
  return recordSchema.safeParse(values).data ?? null;
}

const groupsSchema = z.object({
  chosen: z.array(z.string()),
  /** A new group's name, while it is being typed. */
  newName: z.string(),
});
type GroupsValues = z.output<typeof groupsSchema>;

/** The same of the customer's groups. */
export function groupsDraft(values: unknown): GroupsValues | null {
  return groupsSchema.safeParse(values).data ?? null;
}
