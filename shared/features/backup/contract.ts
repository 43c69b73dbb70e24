import { z } from 'zod';
import { anyStaff, query, task } from '../../rpc/procedure.ts';

const administrators = ['admin', 'manager'] as const;

const status = z.object({
  /** Where copies go, as the person knows it; null until a place is chosen. */
  place: z.string().nullable(),
  sameDisk: z.boolean(),
  lastDone: z.object({ at: z.string(), bytes: z.int() }).nullable(),
  /** The newest run, if it failed: shown in words on the key bar. */
  failure: z
    .object({
      at: z.string(),
      reason: z.enum(['place-missing', 'unwritable', 'full', 'unverified', 'stopped', 'other']),
    })
    .nullable(),
});
export type BackupStatus = z.output<typeof status>;

export const backupContract = {
  status: query({
    access: anyStaff,
    input: z.strictObject({}),
    output: status,
    audit: { log: 'none', why: 'times of copies, no personal data' },
  }),
  /** Opens the folder dialog, tries to write there, and remembers the place. */
  choosePlace: task({
    access: administrators,
    input: z.strictObject({}),
    output: z.object({ outcome: z.enum(['chosen', 'cancelled']), status }),
    audit: { log: 'row' },
    stale: ['backup'],
  }),
  /** Copies database and vault to the chosen place and verifies the copy by opening it. */
  run: task({
    access: anyStaff,
    input: z.strictObject({}),
    output: status,
    audit: { log: 'row' },
    stale: ['backup'],
  }),
};
