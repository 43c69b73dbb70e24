import { readAloudAlphabet as alphabet, normalReadAloud as normalise } from './read-aloud.ts';

/**
 * The recovery key as people see it: 160 random bits as eight groups of four characters, and a ninth
 * group as checksum.
 */

export const recoveryKeyBytes = 20;

const groupLength = 4;
const dataLength = (recoveryKeyBytes * 8) / 5;
const fullLength = dataLength + groupLength;

/**
 * The largest prime below 2^20. The remainder of the key by a prime catches every single wrong
 * character and every swap of two neighbours; other mistakes slip through about once in a million.
 */
const checkPrime = 1_048_573n;

export type RecoveryKeyProblem = 'length' | 'characters' | 'checksum';

export type RecoveryKeyResult =
  | { ok: true; key: Uint8Array }
  | { ok: false; problem: RecoveryKeyProblem; characters?: string };

/** 20 bytes as nine groups of four, `AAAA-BBBB-…`. */
export function formatRecoveryKey(key: Uint8Array): string {
  if (key.length !== recoveryKeyBytes) throw new RangeError(`a recovery key is ${recoveryKeyBytes} bytes`);
  const value = key.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const text = encode(value, dataLength) + encode(value % checkPrime, groupLength);
  return splitGroups(text).join('-');
}

/** Reads a typed key: any case, spaces and dashes anywhere, O for 0, I or L for 1. */
export function parseRecoveryKey(typed: string): RecoveryKeyResult {
  const text = normalise(typed);
  const unknown = [...new Set(text)].filter((character) => !alphabet.includes(character)).join('');
  if (unknown) return { ok: false, problem: 'characters', characters: unknown };
  if (text.length !== fullLength) return { ok: false, problem: 'length' };
  const value = decode(text.slice(0, dataLength));
  if (decode(text.slice(dataLength)) !== value % checkPrime) return { ok: false, problem: 'checksum' };
  return { ok: true, key: toBytes(value) };
}

/** The nine groups of a key, for printing and for asking two of them back. */
export function recoveryKeyGroups(key: string): string[] {
  return splitGroups(normalise(key));
}

/** Whether a typed group is the expected one, as tolerant as `parseRecoveryKey`. */
export function sameRecoveryGroup(typed: string, expected: string): boolean {
  return normalise(typed) === normalise(expected);
}

function splitGroups(text: string): string[] {
  return text.match(/.{1,4}/gu) ?? [];
}

function encode(value: bigint, length: number): string {
  const digit = (position: number) => alphabet[Number((value >> BigInt(5 * position)) & 31n)];
  return Array.from({ length }, (_, index) => digit(length - 1 - index)).join('');
}

function decode(text: string): bigint {
  return [...text].reduce((sum, character) => (sum << 5n) | BigInt(alphabet.indexOf(character)), 0n);
}

function toBytes(value: bigint): Uint8Array {
  return Uint8Array.from({ length: recoveryKeyBytes }, (_, index) =>
    Number((value >> BigInt(8 * (recoveryKeyBytes - 1 - index))) & 255n),
  );
}
