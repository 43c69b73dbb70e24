import { randomInt } from 'node:crypto';
import { readAloudAlphabet } from '#shared/values/read-aloud.ts';

const groups = 4;
const groupLength = 4;

/**
 * 80 random bits as four groups of four, `K7QF-M2XD-9TRH-3YPL`: for paper or the telephone, used once. Behind the
 * slow hash of a slot that is more than anybody searches, also in a stolen file.
 */
export function newOneTimePassphrase(): string {
  const group = () =>
    Array.from({ length: groupLength }, () => readAloudAlphabet[randomInt(readAloudAlphabet.length)]).join(
      '',
    );
  return Array.from({ length: groups }, group).join('-');
}
