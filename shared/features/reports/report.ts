import { z } from 'zod';
import { languageSchema } from '../../values/language.ts';
import { auditPersonalDataSchema } from '../audit/personal-data.ts';
import { consentsPersonalDataSchema } from '../consents/personal-data.ts';
import { customersPersonalDataSchema } from '../customers/personal-data.ts';
import { visitsPersonalDataSchema } from '../visits/personal-data.ts';

/** What each feature tells of one customer. A feature named here does not compile without its collector. */
export const reportParts = {
  customers: customersPersonalDataSchema,
  visits: visitsPersonalDataSchema,
  consents: consentsPersonalDataSchema,
  audit: auditPersonalDataSchema,
};
export type ReportParts = { [F in keyof typeof reportParts]: z.output<(typeof reportParts)[F]> };

/**
 * `report.json`: one customer's complete data (GDPR Art. 15 and 20). The published form is
 * `docs/report.schema.json`; a change that breaks readers raises `formatVersion`.
 */
export const reportSchema = z.strictObject({
  formatVersion: z.literal(1),
  /** UTC instant. */
  generatedAt: z.iso.datetime(),
  language: languageSchema,
  controller: z.strictObject({
    name: z.string(),
    businessId: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string(),
    dataContact: z.string(),
  }),
  data: z.strictObject(reportParts),
});
export type Report = z.output<typeof reportSchema>;
