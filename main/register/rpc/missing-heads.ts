import type { Queries } from '../database/database.ts';
import { type TrustedHead, trustedHeads } from '../vault/audit-heads.ts';
import { headIsSigned } from '../vault/signed-heads.ts';
import type { VaultContent } from '../vault/vault-content.ts';
import { entitiesOfAction, hashesOf, newestHeads } from './log-store.ts';

/** Of the heads in the database only the newest are held against the log at each sign-in; `audit.verify` takes all. */
const newest = 200;

/** The event of the program that tells of a missing head, once for each. */
export const headMissing = 'audit.headMissing';

/**
 * Heads that somebody signed and that the log does not contain (its end was cut, or an older file put back), without
 * those that have been told of before.
 * @param content of the vault, proved to be the one that the person has open
 */
export async function missingHeads(db: Queries, content: VaultContent): Promise<TrustedHead[]> {
  const heads = [...trustedHeads(content), ...(await headsOfDatabase(db, content))];
  if (heads.length === 0) return [];
  const found = await hashesOf(db, [...new Set(heads.map(({ sequence }) => sequence))]);
  const missing = heads.filter(({ sequence, hash }) => found.get(sequence) !== hash);
  if (missing.length === 0) return [];
  const told = await entitiesOfAction(db, headMissing);
  return missing.filter(
    (head, index) =>
      !told.has(headId(head)) && missing.findIndex((other) => headId(other) === headId(head)) === index,
  );
}

/** Names a head: the same person may sign another row of the same number after the log was cut. */
export function headId({ userId, sequence, hash }: TrustedHead): string {
  return `${sequence}:${hash.slice(0, 16)}:${userId}`;
}

/** With a good signature: a made-up head raises no alarm. */
async function headsOfDatabase(db: Queries, { roster }: VaultContent): Promise<TrustedHead[]> {
  const { users, former = [] } = roster.body;
  const names = new Map([...former, ...users].map(({ id, name }) => [id, name]));
  const rows = await newestHeads(db, newest);
  const found = await hashesOf(db, rows.length > 0 ? rows.map(({ sequence }) => sequence) : [0]);
  return rows
    .filter(({ sequence, hash }) => found.get(sequence) !== hash)
    .map(({ user_id: userId, ...head }) => ({ ...head, userId, name: names.get(userId) ?? '' }))
    .filter(({ name: _name, ...head }) => headIsSigned(roster.body, head));
}
