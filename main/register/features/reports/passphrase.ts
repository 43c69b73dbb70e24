import { randomInt } from 'node:crypto';

/** Crockford's base 32: no letter that is mistaken for a digit when read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 5;
const groupLength = 4;

/**
 * 100 random bits as five groups of four, `K7QF-M2XD-9TRH-3YPL-V8EJ`. AES-256 in ZIP derives its key with only
 * 1000 rounds of PBKDF2-HMAC-SHA1 (WinZip AE-2), so the strength must be in the passphrase itself.
 */
export function newPassphrase(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}
