import { accountsContract } from './features/accounts/contract.ts';
import { auditContract } from './features/audit/contract.ts';
import { authContract } from './features/auth/contract.ts';
import { backupContract } from './features/backup/contract.ts';
import { consentsContract } from './features/consents/contract.ts';
import { customersContract } from './features/customers/contract.ts';
import { draftsContract } from './features/drafts/contract.ts';
import { keysContract } from './features/keys/contract.ts';
import { noticesContract } from './features/notices/contract.ts';
import { reportsContract } from './features/reports/contract.ts';
import { settingsContract } from './features/settings/contract.ts';
import { visitsContract } from './features/visits/contract.ts';

/** Everything that a window can ask of the register process, with all its policy. */
export const contract = {
  auth: authContract,
  accounts: accountsContract,
  customers: customersContract,
  visits: visitsContract,
  consents: consentsContract,
  reports: reportsContract,
  audit: auditContract,
  backup: backupContract,
  drafts: draftsContract,
  keys: keysContract,
  settings: settingsContract,
  notices: noticesContract,
};

export type Contract = typeof contract;
export type Feature = keyof Contract;
