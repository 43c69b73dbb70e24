/** Grounds of GDPR Art. 6(1) that the register relies on; `legitimate-interest` is point f. */
export type LegalBasis = 'consent' | 'contract' | 'legal-obligation' | 'legitimate-interest';

/** What the record of processing (GDPR Art. 30) and the access report (Art. 15) say about one column. */
export interface PersonalColumn {
  readonly personal?: true;
  /** Why the value is kept, in plain English. */
  readonly purpose: string;
  readonly basis: LegalBasis;
  /** How long it stays, counted from what. */
  readonly retention: string;
  /** Where the value comes from. */
  readonly source: string;
  /** Who outside the office may get it; `none` when nobody. */
  readonly recipients: string;
}

export interface TechnicalColumn {
  readonly personal: false;
  readonly why: string;
}

export type ColumnUse = PersonalColumn | TechnicalColumn;

/**
 * The mapping that every feature's `tables.ts` exports as `columns`: one entry for each column of each table.
 * `satisfies ColumnMap<CustomerTables>` makes a forgotten column a compile error; a test compares the map with
 * the created database as well, both ways.
 */
export type ColumnMap<Tables> = {
  readonly [Table in keyof Tables]: { readonly [Column in keyof Tables[Table]]-?: ColumnUse };
};

/** Marks a column that says nothing about a person, and why it exists. */
export function technical(why: string): TechnicalColumn {
  return { personal: false, why };
}
