const rawKey = /^[0-9a-f]{64}$/;

/**
 * A raw key in SQLCipher's own notation. Anything else it would take for a passphrase and derive another key from.
 * @throws TypeError when it is not 64 lower-case hexadecimal characters
 */
export function keyLiteral(key: string): string {
  if (!rawKey.test(key)) throw new TypeError('The database key is not 64 hexadecimal characters');
  return `x'${key}'`;
}
