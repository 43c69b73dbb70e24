/** `48 211`: thousands apart by a no-break space, as in Finnish; Swedish and English offices here read it too. */
export function numberText(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
}
