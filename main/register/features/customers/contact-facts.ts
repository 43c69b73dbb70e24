import { sql } from 'kysely';
import { ageOn } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';

const adult = 18;

/** What decides whether and how a customer may be contacted; never the contact details themselves. */
export interface ContactFacts {
  /** Turvakielto: contact details are shown only for a reason. */
  readonly protected: boolean;
  /** `YYYY-MM-DD`. */
  readonly deceasedOn: string | null;
  /** UTC instant. */
  readonly restrictedSince: string | null;
  readonly birthDate: string;
  readonly hasGuardian: boolean;
  readonly hasPhone: boolean;
  readonly hasEmail: boolean;
  readonly hasAddress: boolean;
  readonly language: Language;
}

/** Port for whoever contacts customers, however many; those who do not exist are missing. @param on `YYYY-MM-DD` */
export async function contactFacts(
  db: Queries,
  customerIds: readonly string[],
  on: string,
): Promise<Map<string, ContactFacts>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('customers')
    .select([
      'id',
      'contact_protected',
      'deceased_on',
      'restricted_since',
      'birth_date',
      'phone',
      'email',
      'street',
      'language',
    ])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`)
    .execute();
  const guarded = await guardedOn(db, customerIds, on);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        protected: row.contact_protected === 1,
        deceasedOn: row.deceased_on,
        restrictedSince: row.restricted_since,
        birthDate: row.birth_date,
        // a guardianship ends by itself when the minor comes of age
        hasGuardian: guarded.has(row.id) && ageOn(row.birth_date, on) < adult,
        hasPhone: row.phone !== null,
        hasEmail: row.email !== null,
        hasAddress: row.street !== null,
        language: row.language,
      },
    ]),
  );
}

/** Who has a guardian's link that holds on the day. */
async function guardedOn(db: Queries, customerIds: readonly string[], on: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('customer_links')
    .select('customer_id')
    .where('kind', '=', 'guardian')
    .where('valid_from', '<=', on)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>=', on)]))
    .where('customer_id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(customerIds)}))`)
    .execute();
  return new Set(rows.map((row) => row.customer_id));
}
