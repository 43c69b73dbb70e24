import { z } from 'zod';
import { task } from '../../rpc/procedure.ts';
import type { Role } from '../../values/roles.ts';

const administrators: readonly Role[] = ['admin'];

/** The keys of the register itself: an administrator changes them, nobody ever sees the database's. */
export const keysContract = {
  /**
   * Writes the database anew under a new key and makes that file the register. Whoever left cannot open what is
   * written from now on, not even with an old copy of the vault; earlier backups stay under the earlier key.
   */
  rotate: task({
    access: administrators,
    input: z.strictObject({}),
    output: z.object({}),
    audit: { log: 'row' },
    stale: [],
  }),
};
