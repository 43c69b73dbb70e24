import { foundation } from './0001-foundation.ts';
import { customers } from './0002-customers.ts';
import { visits } from './0003-visits.ts';
import { consents } from './0004-consents.ts';
import { backups } from './0005-backups.ts';
import { auditChain } from './0006-audit-chain.ts';
import { auditView } from './0007-audit-view.ts';
import { drafts } from './0008-drafts.ts';
import { accounts } from './0009-accounts.ts';
import { visitCorrections } from './0010-visit-corrections.ts';
import { prices } from './0011-prices.ts';
import { customerRecords } from './0012-customer-records.ts';
import { wordingDrafts } from './0013-wording-drafts.ts';
import { consentStates } from './0014-consent-states.ts';
import { allDrafts } from './0015-all-drafts.ts';
import { groupChanges } from './0016-group-changes.ts';
import { consentGivers } from './0017-consent-givers.ts';
import { listedCustomers } from './0018-listed-customers.ts';
import type { Migration } from './migration.ts';

/** In order and without gaps: the n-th step makes version n. */
export const migrations: readonly Migration[] = [
  foundation,
  customers,
  visits,
  consents,
  backups,
  auditChain,
  auditView,
  drafts,
  accounts,
  visitCorrections,
  prices,
  customerRecords,
  wordingDrafts,
  consentStates,
  allDrafts,
  groupChanges,
  consentGivers,
  listedCustomers,
];

/** The schema version this application reads and writes. */
export const schemaVersion = migrations.length;
