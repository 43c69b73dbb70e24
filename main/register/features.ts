import type { Feature } from '#shared/contract.ts';
import type { FeatureModule, Seed } from './feature-module.ts';
import { seedCommitment } from './features/accounts/first-commitment.ts';
import { accountsHandlers } from './features/accounts/handlers.ts';
import { auditHandlers } from './features/audit/handlers.ts';
import { auditPersonalData } from './features/audit/personal-data.ts';
import { failedTries, latestAbout, signInsOf } from './features/audit/sign-ins-store.ts';
import { recentCustomers } from './features/audit/store.ts';
import { authHandlers } from './features/auth/handlers.ts';
import { backupHandlers } from './features/backup/handlers.ts';
import { consentChange } from './features/consents/entry-change.ts';
import { seedWordings } from './features/consents/first-wordings.ts';
import { consentsHandlers } from './features/consents/handlers.ts';
import { marksReader } from './features/consents/marks.ts';
import { consentsPersonalData } from './features/consents/personal-data.ts';
import { firstAnswersRecorder } from './features/consents/record-entry.ts';
import { answeringFor } from './features/customers/answering.ts';
import { contactFacts } from './features/customers/contact-facts.ts';
import { customerExists } from './features/customers/customer-exists.ts';
import { editValues } from './features/customers/edit-values.ts';
import { customersHandlers } from './features/customers/handlers.ts';
import { customerNames } from './features/customers/names-store.ts';
import { customersPersonalData } from './features/customers/personal-data.ts';
import { findCustomerIds } from './features/customers/search.ts';
import { draftsHandlers } from './features/drafts/handlers.ts';
import { keysHandlers } from './features/keys/handlers.ts';
import { noticesHandlers } from './features/notices/handlers.ts';
import { notify } from './features/notices/notify.ts';
import { reportsHandlers } from './features/reports/handlers.ts';
import { encryptedZip } from './features/reports/package-files.ts';
import { newPassphrase } from './features/reports/passphrase.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { readClinic } from './features/settings/store.ts';
import { seedPriceList } from './features/visits/first-price-list.ts';
import { visitsHandlers } from './features/visits/handlers.ts';
import { visitsPersonalData } from './features/visits/personal-data.ts';
import { visitInShort, visitTimes } from './features/visits/visit-times-store.ts';
import type { AllHandlers } from './rpc/handlers.ts';
import { ShownRecoveryKey } from './shown-recovery-key.ts';

export type Features = { readonly [F in Feature]: FeatureModule<F> };

/** What features put into a new register. */
const seeds: readonly Seed[] = [seedPriceList, seedWordings, seedCommitment];

/** What each feature tells of one customer: the whole access report. */
const parts = {
  customers: customersPersonalData,
  visits: visitsPersonalData,
  consents: consentsPersonalData,
  audit: auditPersonalData,
};

/** What the log shows beside its own rows, and how it leaves the register. */
const auditPorts = {
  findCustomers: findCustomerIds,
  customerNames,
  visitTimes,
  editValues,
  consentChange,
  visitInShort,
  encryptedZip,
  newPassphrase,
};

export interface Limits {
  /** A file of more rows opens in no common spreadsheet, and would be held in memory as a whole. */
  readonly mostExportedRows: number;
}

const usualLimits: Limits = { mostExportedRows: 200_000 };

/** Every feature of the register: one line each. What one needs of another is handed over here. */
export function registerFeatures({ mostExportedRows } = usualLimits): Features {
  const shownKey = new ShownRecoveryKey();
  return {
    auth: { handlers: authHandlers({ seeds, shownKey, notify, signInsOf, failedTries }), personalData: null },
    accounts: {
      handlers: accountsHandlers({ notify, readClinic, signInsOf, failedTries, latestAbout }),
      personalData: null,
    },
    customers: {
      handlers: customersHandlers({
        recordFirstAnswers: firstAnswersRecorder({ answeringFor }),
        marksReader,
        recentCustomers,
      }),
      personalData: parts.customers,
    },
    visits: {
      handlers: visitsHandlers({ customerExists, customerNames, readClinic, contactFacts }),
      personalData: parts.visits,
    },
    consents: {
      handlers: consentsHandlers({
        customerExists,
        contactFacts,
        answeringFor,
        customerNames,
        readClinic,
      }),
      personalData: parts.consents,
    },
    reports: { handlers: reportsHandlers({ parts, readClinic }), personalData: null },
    audit: { handlers: auditHandlers({ ...auditPorts, mostExportedRows }), personalData: parts.audit },
    backup: { handlers: backupHandlers, personalData: null },
    // Sealed to the staff member who types: the register itself cannot read what they say of a customer.
    drafts: { handlers: draftsHandlers, personalData: null },
    keys: { handlers: keysHandlers({ shownKey, notify, readClinic }), personalData: null },
    settings: { handlers: settingsHandlers, personalData: null },
    notices: { handlers: noticesHandlers, personalData: null },
  };
}

export function handlersOf(features: Features): AllHandlers {
  const entries = Object.entries(features).map(([name, { handlers }]) => [name, handlers]);
  return Object.fromEntries(entries) as AllHandlers;
}
