import { vatInside } from '../../values/money.ts';

interface PricedLine {
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly vatRate: number;
}

/** Cents, VAT included. */
export function totalOf(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
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
