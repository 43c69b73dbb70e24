import { z } from 'zod';
import { command, desk, managers, query } from '../../rpc/procedure.ts';
import { instantSchema } from '../../values/dates.ts';
import { idSchema } from '../../values/ids.ts';
import { centsSchema, vatRateSchema } from '../../values/money.ts';
import { optionalText, requiredText } from '../../values/text.ts';

/** A service or a product of the price list; prices include VAT. */
const priceListItem = z.object({
  id: z.string(),
  kind: z.enum(['service', 'product']),
  name: z.string(),
  /** Length of a service; null for products. */
  minutes: z.int().nullable(),
  unitPriceCents: z.int(),
  /** Basis points; 0 for health care, which is exempt (Arvonlisäverolaki 34 §). */
  vatRate: z.int(),
});
export type PriceListItem = z.output<typeof priceListItem>;

/** One line of what was sold, with the price and the rate as they were then. */
export const visitLineSchema = z.strictObject({
  id: idSchema,
  itemId: idSchema.nullable(),
  name: requiredText(120),
  quantity: z.int({ error: 'count-format' }).min(1, 'count-format').max(999, 'count-format'),
  unitPriceCents: centsSchema.min(0, 'out-of-range'),
  vatRate: vatRateSchema,
});
export type VisitLine = z.output<typeof visitLineSchema>;

const visit = z.object({
  id: z.string(),
  at: z.string(),
  serviceName: z.string(),
  practitionerName: z.string(),
  lines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.int(),
      unitPriceCents: z.int(),
      vatRate: z.int(),
    }),
  ),
  totalCents: z.int(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
});
export type Visit = z.output<typeof visit>;

export const visitsContract = {
  /** Services first, in the order of the number keys, then products. */
  priceList: query({
    access: desk,
    input: z.strictObject({}),
    output: z.object({
      items: z.array(priceListItem),
      practitioners: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    audit: { log: 'none', why: "the clinic's own prices, no personal data of customers" },
  }),
  /** Newest first, 50 at a time; `before` is the `at` and `id` of the last one seen. */
  ofCustomer: query({
    access: desk,
    input: z.strictObject({
      customerId: idSchema,
      before: z.strictObject({ at: instantSchema, id: idSchema }).nullable(),
    }),
    output: z.object({
      visits: z.array(visit),
      more: z.boolean(),
      count: z.int(),
      /** Sum of the current calendar year. */
      yearTotalCents: z.int(),
    }),
    audit: { log: 'row', customer: (input) => input.customerId, repeat: 'while-open' },
  }),
  log: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      customerId: idSchema,
      at: instantSchema,
      serviceId: idSchema,
      practitionerId: idSchema,
      lines: z.array(visitLineSchema).min(1, 'required').max(50, 'too-long'),
      /** Never about health: that belongs to the health profile. */
      note: optionalText(2000),
    }),
    output: z.object({ id: z.string(), totalCents: z.int() }),
    audit: {
      log: 'row',
      customer: (input) => input.customerId,
      entity: (input) => ({ type: 'visit', id: input.id }),
    },
    stale: ['visits', 'customers', 'audit'],
  }),
  addPractitioner: command({
    access: managers,
    input: z.strictObject({ id: idSchema, name: requiredText(80) }),
    output: z.object({ id: z.string() }),
    audit: { log: 'row', entity: (input) => ({ type: 'practitioner', id: input.id }) },
    stale: ['visits', 'audit'],
  }),
};
