import { z } from 'zod';
import { anyStaff, command, query } from '../../rpc/procedure.ts';

/** A register left open is the likeliest leak of all: an idle window locks after half an hour at the latest. */
export const idleMinutesSchema = z.int('count-format').min(1, 'out-of-range').max(30, 'out-of-range');

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
  /** After how many minutes without input a window locks by itself. */
  idleMinutes: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: z.object({ minutes: z.int() }),
    audit: { log: 'none', why: 'a setting of the program, no personal data' },
  }),
  /** Takes effect at once in the window that asks, and at every sign-in from then on. */
  setIdleMinutes: command({
    access: ['manager', 'admin'],
    input: z.strictObject({ minutes: idleMinutesSchema }),
    output: z.object({ minutes: z.int() }),
    audit: { log: 'row' },
    stale: ['settings', 'auth'],
  }),
};
