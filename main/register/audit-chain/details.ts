import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 64 hexadecimal digits: without it nobody can guess erased details from their commitment. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/**
 * What the row in the chain keeps of its details: it proves them while they exist and tells nothing of them once they
 * are erased together with their salt.
 * @param body the JSON text as stored
 */
export function detailsCommitment(salt: string, body: string): string {
  return createHash('sha256')
    .update('vastaanotto/audit-details/1\n')
    .update(salt, 'hex')
    .update(body, 'utf8')
    .digest('hex');
}
