/** Texts of the feature `visits`. */
export const visits = {} as const;
