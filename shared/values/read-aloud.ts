/**
 * Characters of Crockford's base 32: no I, L, O or U, so that a text read aloud or copied from paper has one reading.
 */
export const readAloudAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A typed text in those characters: any case, spaces and dashes anywhere, O for 0, I or L for 1. */
export function normalReadAloud(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
