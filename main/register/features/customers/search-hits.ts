import { sql } from 'kysely';
import type { Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';

/** What a list shows of a customer. */
export interface FoundCustomer {
  readonly id: string;
  readonly number: number;
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthDate: string;
  readonly language: Language;
  /** Null also when it is protected. */
  readonly phone: string | null;
  readonly contactProtected: boolean;
  readonly isDeceased: boolean;
  readonly isRestricted: boolean;
  /** Of which `marksReader` makes the marks. */
  readonly consents: string;
}

/** `customer_search.listed`, in the order of the migration that made it. */
type Listed = readonly [
  number: number,
  lastName: string,
  firstNames: string,
  birthDate: string,
  language: Language,
  phone: string | null,
  isProtected: 0 | 1,
  isDeceased: 0 | 1,
  isRestricted: 0 | 1,
];

/*
 * A page comes as one text: of fifty rows the binding would hand over each value of each by itself, which takes
 * longer than finding them.
 */
const columns = sql`json_array(customer_id, consents, json(listed))`;

/** In name order: the index gives its rows in the order of positions, and nothing is sorted but the page itself. */
export async function foundByWords(db: Queries, match: string, limit: number): Promise<FoundCustomer[]> {
  const { rows } = await sql<{ page: string }>`
    SELECT json_group_array(${columns} ORDER BY position) AS page FROM (
      SELECT position, customer_id, consents, listed
      FROM customer_search_index
      CROSS JOIN customer_search ON position = customer_search_index.rowid
      WHERE customer_search_index MATCH ${match}
      ORDER BY customer_search_index.rowid LIMIT ${limit}
    )`.execute(db);
  return read(rows);
}

/** In the order of `ids`; those that do not exist are left out. */
export async function foundById(db: Queries, ids: readonly string[]): Promise<FoundCustomer[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ page: string }>`
    SELECT json_group_array(${columns} ORDER BY place) AS page FROM (
      SELECT wanted.key AS place, customer_id, consents, listed
      FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN customer_search ON customer_id = wanted.value
    )`.execute(db);
  return read(rows);
}

function read([row]: readonly { readonly page: string }[]): FoundCustomer[] {
  const page = JSON.parse(row?.page ?? '[]') as (readonly [string, string, Listed])[];
  return page.map(([id, consents, listed]) => {
    const [number, lastName, firstNames, birthDate, language, phone, isProtected, isDeceased, isRestricted] =
      listed;
    return {
      id,
      number,
      lastName,
      firstNames,
      birthDate,
      language,
      phone,
      consents,
      contactProtected: isProtected === 1,
      isDeceased: isDeceased === 1,
      isRestricted: isRestricted === 1,
    };
  });
}
