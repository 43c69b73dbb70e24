/** `9f3c 71e0 b84d … 5a12`: enough to compare with a paper, and no more. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`;
}
