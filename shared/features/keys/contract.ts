import { z } from 'zod';
import { task } from '../../rpc/procedure.ts';
import { languageSchema } from '../../values/language.ts';
import { typedGroupsSchema } from '../../values/recovery-groups.ts';
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
    stale: ['notices'],
  }),
  /** Makes a recovery key and keeps it in memory; the present one stays good until `renewRecoveryKey`. */
  newRecoveryKey: task({
    access: administrators,
    input: z.strictObject({}),
    output: z.object({ groups: z.array(z.string()) }),
    audit: { log: 'row' },
    stale: [],
  }),
  /** Prints the key that `newRecoveryKey` made. */
  printRecoveryKey: task({
    access: administrators,
    input: z.strictObject({ language: languageSchema }),
    output: z.object({ outcome: z.enum(['printed', 'cancelled']) }),
    audit: { log: 'row' },
    stale: [],
  }),
  /** Puts the key that was shown in the place of the present one, when two of its groups come back from paper. */
  renewRecoveryKey: task({
    access: administrators,
    input: z.strictObject({ recoveryGroups: typedGroupsSchema }),
    output: z.object({}),
    audit: { log: 'row' },
    stale: ['notices'],
  }),
};
