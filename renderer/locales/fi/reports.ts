/** Texts of the feature `reports`. */
export const reports = {} as const;
