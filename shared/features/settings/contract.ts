import { z } from 'zod';
import { anyStaff, query } from '../../rpc/procedure.ts';

export const settingsContract = {
  /** The clinic's details as they stand in letters and reports. */
  clinic: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: z.object({
      name: z.string(),
      businessId: z.string(),
      street: z.string(),
      postalCode: z.string(),
      city: z.string(),
      phone: z.string(),
      email: z.string(),
      dataContact: z.string(),
    }),
    audit: { log: 'none', why: "the clinic's own details" },
  }),
};
