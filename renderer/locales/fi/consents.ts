/** Texts of the feature `consents`. */
export const consents = {} as const;
