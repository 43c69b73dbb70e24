/** Texts of the feature `customers`. */
export const customers = {} as const;
