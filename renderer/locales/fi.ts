import { words } from '#shared/words/fi.ts';
import { accounts } from './fi/accounts.ts';
import { audit } from './fi/audit.ts';
import { auth } from './fi/auth.ts';
import { common } from './fi/common.ts';
import { consents } from './fi/consents.ts';
import { customers } from './fi/customers.ts';
import { faults } from './fi/faults.ts';
import { guide } from './fi/guide.ts';
import { keys } from './fi/keys.ts';
import { notices } from './fi/notices.ts';
import { prices } from './fi/prices.ts';
import { reports } from './fi/reports.ts';
import { settings } from './fi/settings.ts';
import { shell } from './fi/shell.ts';
import { visits } from './fi/visits.ts';

export const fi = {
  common,
  words,
  faults,
  shell,
  auth,
  customers,
  visits,
  consents,
  prices,
  reports,
  audit,
  settings,
  notices,
  keys,
  accounts,
  guide,
};
