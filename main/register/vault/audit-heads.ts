import { type AuditHead, headBytes, headIsSigned, type SignedHead } from './signed-heads.ts';
import { trustedSelf } from './trusted.ts';
import type { OpenVault } from './vault.ts';
import type { VaultContent } from './vault-content.ts';
import { hostile } from './vault-error.ts';
import { changeVaultFile } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

/** Signs a head for the person who has the vault open. Changes nothing; store it in the database and by `recordHead`. */
export function signHead(open: OpenVault, { sequence, hash, at }: AuditHead): SignedHead {
  const head = { userId: open.user.id, sequence, hash, at };
  const signature = Buffer.from(open.sign(headBytes(open.vaultId, head))).toString('base64url');
  return { ...head, signature };
}

/**
 * Puts a person's own signed head into the vault, in place of their earlier one: report a missing earlier head
 * before. One atomic write, as every change of the vault; no password and no hash.
 * @throws VaultError `hostile` when the vault was exchanged meanwhile, or the head is not this person's
 */
export async function recordHead(place: VaultPlace, open: OpenVault, head: SignedHead): Promise<void> {
  await changeVaultFile(place.folder, (content) => {
    const self = trustedSelf(content, open);
    if (head.userId !== self.id || !headIsSigned(content.roster.body, head))
      throw hostile('forged-audit-head');
    const others = content.auditHeads.filter(({ userId }) => userId !== self.id);
    return { ...content, auditHeads: [...others, head] };
  });
}

export interface TrustedHead extends SignedHead {
  /** The signer's name, also when they have left. */
  readonly name: string;
}

/**
 * The heads of a vault that was read, with whose they are. Their signatures were checked on reading, against keys
 * that people have now and had before a reset, and those of people who have left.
 * @param content from `trustedContent`, so that it is known to be the vault of the person who is signed in
 */
export function trustedHeads({ roster, auditHeads }: VaultContent): TrustedHead[] {
  const { users, former = [] } = roster.body;
  const names = new Map([...former, ...users].map(({ id, name }) => [id, name]));
  return auditHeads.map((head) => ({ ...head, name: names.get(head.userId) ?? '' }));
}
