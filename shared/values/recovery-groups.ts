import { z } from 'zod';

/** Two groups of a recovery key (numbered from 1) typed back from paper, proof that the key was kept. */
export const typedGroupsSchema = z
  .array(z.strictObject({ number: z.int().min(1).max(9), text: z.string().max(16) }))
  .length(2);
export type TypedGroup = z.output<typeof typedGroupsSchema>[number];
