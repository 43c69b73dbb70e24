import { z } from 'zod';

/** How the customer and the clinic met, or did not: `no-show` did not come, `cancelled` said so beforehand. */
export const visitKinds = ['visit', 'phone', 'email', 'online', 'no-show', 'cancelled'] as const;
export type VisitKind = (typeof visitKinds)[number];
export const visitKindSchema = z.enum(visitKinds);

/** `none` is for what cost nothing; `online` was paid in the online shop, `voucher` with a card sold earlier. */
export const paymentMethods = ['card', 'cash', 'invoice', 'online', 'voucher', 'none'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];
export const paymentMethodSchema = z.enum(paymentMethods);
