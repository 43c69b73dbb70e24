/** What somebody did to the log, as far as the log itself tells. `sequence` is the row's number as it is now. */
export type Finding =
  /** `sealedAgain`: its hash was made anew, so rows before it, back to the last signed head, may be false too. */
  | { readonly kind: 'changed'; readonly sequence: number; readonly sealedAgain: boolean }
  | { readonly kind: 'inserted'; readonly sequence: number }
  /** The row was written as row `belongsAt`. */
  | { readonly kind: 'reordered'; readonly sequence: number; readonly belongsAt: number }
  /** Rows that are gone, by the numbers they were written under, both ends included. */
  | { readonly kind: 'removed'; readonly sequence: number; readonly to: number }
  | { readonly kind: 'details-changed'; readonly sequence: number }
  /** The end is gone from `sequence` on: somebody signed that the log reached `to`, or further. */
  | { readonly kind: 'cut'; readonly sequence: number; readonly to: number }
  /** Somebody signed another row under this number: rows from `since` to here were made anew. */
  | { readonly kind: 'rewritten'; readonly sequence: number; readonly since: number };

export function byPlace(a: Finding, b: Finding): number {
  return a.sequence - b.sequence;
}
