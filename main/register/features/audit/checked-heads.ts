import type { Queries } from '../../database/database.ts';
import { trustedHeads } from '../../vault/audit-heads.ts';
import { headIsSigned, type SignedHead } from '../../vault/signed-heads.ts';
import type { VaultContent } from '../../vault/vault-content.ts';
import { headsInOrder } from './chain-store.ts';

export interface CheckedHeads {
  /** With a good signature, in the database or in the vault. */
  readonly good: readonly SignedHead[];
  readonly forged: readonly SignedHead[];
  /** The person's name, also of one who has left; the id of somebody whom the roster never had. */
  nameOf(userId: string): string;
}

/** A signature takes about a tenth of a millisecond: between two pages others get their turn. */
const pageSize = 200;

/**
 * Every signed head of the database and the vault, with whether its signature is good.
 * @param content of the vault, proved to be the one that the person has open
 */
export async function checkHeads(
  db: Queries,
  content: VaultContent,
  onPage: (heads: number) => void,
): Promise<CheckedHeads> {
  const { body } = content.roster;
  const good: SignedHead[] = trustedHeads(content);
  const forged: SignedHead[] = [];
  let last: { sequence: number; user_id: string } | null = null;
  for (;;) {
    const page = await headsInOrder(db, last, pageSize);
    for (const { user_id: userId, ...head } of page)
      (headIsSigned(body, { ...head, userId }) ? good : forged).push({ ...head, userId });
    last = page.at(-1) ?? null;
    if (page.length > 0) onPage(page.length);
    if (page.length < pageSize) break;
  }
  const names = new Map([...(body.former ?? []), ...body.users].map(({ id, name }) => [id, name]));
  return { good, forged, nameOf: (userId) => names.get(userId) ?? userId };
}
