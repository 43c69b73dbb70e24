import { type PaymentMethod, paymentMethodSchema } from '#shared/features/visits/kinds.ts';

const storageKey = 'last-payment';

/** What can be chosen for something that costs money, in the order of the panel. */
export const payments = ['card', 'cash', 'invoice', 'online', 'voucher'] as const satisfies PaymentMethod[];

/** Kept in the memory of this workstation's window until the program is closed. */
export function rememberPayment(method: PaymentMethod): void {
  if (method !== 'none') localStorage.setItem(storageKey, method);
}

/** How the visit logged last on this workstation was paid; by card before the first. */
export function likelyPayment(): PaymentMethod {
  return paymentMethodSchema.safeParse(localStorage.getItem(storageKey)).data ?? 'card';
}
