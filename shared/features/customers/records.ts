/** Addresses beside the home address. */
export const addressKinds = ['invoicing', 'temporary', 'former'] as const;
export type AddressKind = (typeof addressKinds)[number];

export const nameKinds = ['former', 'other'] as const;
export type NameKind = (typeof nameKinds)[number];

/** What a credit agency answered: nothing recorded, a payment default, or that it does not know the person. */
export const creditResults = ['clear', 'payment-default', 'unknown'] as const;
export type CreditResult = (typeof creditResults)[number];
