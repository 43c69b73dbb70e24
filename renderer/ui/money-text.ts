const AMOUNT = /^(?<sign>[-\u2212]?)(?<euros>\d{1,8})(?:[.,](?<cents>\d{0,2}))?$/;

/**
 * Reads an amount as people type it (`62`, `62,5`, `1 234,50`, `14.90 €`) into whole cents.
 * Empty is `null`; anything else that is not an amount is `NaN`, which every integer schema refuses.
 */
export function parseMoney(text: string): number | null {
  const compact = text.replace(/[\s\u00a0€]/g, '');
  if (compact === '') return null;
  const parts = AMOUNT.exec(compact)?.groups;
  if (!parts) return Number.NaN;
  const cents = Number(parts.euros) * 100 + Number((parts.cents ?? '').padEnd(2, '0'));
  return parts.sign && cents !== 0 ? -cents : cents;
}

/** Whole cents as the text of a field: 7690 → `76,90`. No amount, or not an amount, is empty. */
export function moneyText(cents: number | null): string {
  if (cents === null || !Number.isSafeInteger(cents)) return '';
  const euros = Math.floor(Math.abs(cents) / 100);
  const sign = cents < 0 ? '\u2212' : '';
  return `${sign}${euros},${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
