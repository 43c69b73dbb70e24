import { dateAt } from '#shared/values/dates.ts';
import type { Seed } from '../../feature-module.ts';
import { writeCommitment } from './store.ts';

/** Whoever sets the register up accepts the confidentiality commitment there. */
export const seedCommitment: Seed = (tx, { person, now }) =>
  writeCommitment(tx, {
    user_id: person.id,
    signed_on: dateAt(now),
    recorded_at: now,
    recorded_by: person.id,
    version: 1,
  });
