import { z } from 'zod';

/** Money is whole cents, at most ten million euros either way: far above any clinic, far below 2^53. */
export const centsSchema = z
  .int({ error: 'amount-format' })
  .min(-1_000_000_000, 'out-of-range')
  .max(1_000_000_000, 'out-of-range');

/** VAT rate in basis points: 2550 = 25,5 %. */
export const vatRateSchema = z
  .int({ error: 'out-of-range' })
  .min(0, 'out-of-range')
  .max(10_000, 'out-of-range');

const noBreakSpace = '\u00a0';

/** 7690 → `76,90 €` with a no-break space, and a real minus sign. */
export function formatCents(cents: number): string {
  const euros = Math.floor(Math.abs(cents) / 100);
  const grouped = String(euros).replace(/\B(?=(\d{3})+$)/g, noBreakSpace);
  const sign = cents < 0 ? '\u2212' : '';
  return `${sign}${grouped},${String(Math.abs(cents) % 100).padStart(2, '0')}${noBreakSpace}€`;
}

/** 2550 → `25,5 %`. */
export function formatVatRate(basisPoints: number): string {
  return `${String(basisPoints / 100).replace('.', ',')}${noBreakSpace}%`;
}

/**
 * The tax inside a price that includes it, in cents, half away from zero (Arvonlisäverolaki 1501/1993, 73 §:
 * the tax base excludes the tax; the sum is rounded to the cent).
 */
export function vatInside(grossCents: number, basisPoints: number): number {
  const exact = (Math.abs(grossCents) * basisPoints) / (10_000 + basisPoints);
  const rounded = Math.floor(exact + 0.5);
  return grossCents < 0 ? 0 - rounded : rounded;
}
