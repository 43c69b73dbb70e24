import { vatInside } from '../../values/money.ts';

/** A discount is a share of the line in basis points or an amount off the whole line; one of the two is 0. */
interface PricedLine {
  /** Negative on a line that takes another back. */
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly vatRate: number;
  readonly discountRate: number;
  readonly discountCents: number;
}

/**
 * What a line costs in cents after its discount, VAT included. A share is rounded to the cent half up, and a line
 * that takes another back is the same sum below zero. A discount lessens the price that the tax is counted from
 * (Arvonlisäverolaki 1501/1993, 78 § 1 mom. 1 k.).
 */
export function lineTotal(line: PricedLine): number {
  const full = Math.abs(line.quantity) * line.unitPriceCents;
  const off = Math.floor((full * line.discountRate) / 10_000 + 0.5) + line.discountCents;
  return line.quantity < 0 ? 0 - (full - off) : full - off;
}

/** Cents, VAT included, after discounts. */
export function totalOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

export interface VatShare {
  /** Basis points. */
  readonly vatRate: number;
  readonly grossCents: number;
  readonly vatCents: number;
}

/**
 * Tax by rate, lowest rate first. The tax is taken from the sum of a rate's lines, not line by line, so that
 * rounding happens once (Arvonlisäverolaki 1501/1993, 209 e § 1 mom. 9 k.: the tax of an invoice by rate).
 */
export function vatByRate(lines: readonly PricedLine[]): VatShare[] {
  const rates = [...new Set(lines.map(({ vatRate }) => vatRate))].sort((a, b) => a - b);
  return rates.map((vatRate) => {
    const grossCents = totalOf(lines.filter((line) => line.vatRate === vatRate));
    return { vatRate, grossCents, vatCents: vatInside(grossCents, vatRate) };
  });
}
