import { AppError } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { readCommitment, writeCommitment } from './store.ts';

interface SignedCommitment {
  readonly userId: string;
  /** `YYYY-MM-DD` */
  readonly signedOn: string;
  readonly expectedVersion: number | null;
}

/**
 * Records the day of the signature, or corrects it.
 * @returns the day before and after, for the log
 * @throws AppError `conflict` when it was changed meanwhile, `invalid-input` for a day to come
 */
export async function recordCommitment(
  { userId, signedOn, expectedVersion }: SignedCommitment,
  { register, actor, clock }: TaskContext,
): Promise<{ before: string | null; after: string }> {
  const now = clock.now();
  if (signedOn > dateAt(now)) {
    throw new AppError({ kind: 'invalid-input', fields: { signedOn: 'date-in-future' } });
  }
  return register.database.write(async (tx) => {
    const earlier = await readCommitment(tx, userId);
    if ((earlier?.version ?? null) !== expectedVersion) {
      throw new AppError({ kind: 'conflict', changed: ['signedOn'] });
    }
    await writeCommitment(tx, {
      user_id: userId,
      signed_on: signedOn,
      recorded_at: now,
      recorded_by: actor.id,
      version: (earlier?.version ?? 0) + 1,
    });
    return { before: earlier?.signed_on ?? null, after: signedOn };
  });
}
