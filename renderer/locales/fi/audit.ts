/** Texts of the feature `audit`. */
export const audit = {} as const;
