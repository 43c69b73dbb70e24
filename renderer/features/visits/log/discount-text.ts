import { parseMoney } from '../../../ui/money-text.ts';

interface Discount {
  readonly discountRate: number;
  readonly discountCents: number;
}

const share = /^(?<whole>\d{1,3})(?:[.,](?<part>\d{1,2}))?\s*%$/;

/**
 * Reads a discount as people type it: `10 %` is a share of the line, `5` or `5,50` euros off it; null when neither.
 * Either may be more than the line costs.
 */
export function parseDiscount(text: string): Discount | null {
  const trimmed = text.replaceAll('\u00a0', ' ').trim();
  if (trimmed === '') return { discountRate: 0, discountCents: 0 };
  const parts = share.exec(trimmed)?.groups;
  if (parts) {
    const discountRate = Number(parts.whole) * 100 + Number((parts.part ?? '').padEnd(2, '0'));
    return { discountRate, discountCents: 0 };
  }
  const discountCents = parseMoney(trimmed);
  return discountCents !== null && discountCents >= 0 ? { discountRate: 0, discountCents } : null;
}
