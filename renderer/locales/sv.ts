import { words } from '#shared/words/sv.ts';
import { accounts } from './sv/accounts.ts';
import { audit } from './sv/audit.ts';
import { auth } from './sv/auth.ts';
import { common } from './sv/common.ts';
import { consents } from './sv/consents.ts';
import { customers } from './sv/customers.ts';
import { faults } from './sv/faults.ts';
import { guide } from './sv/guide.ts';
import { keys } from './sv/keys.ts';
import { notices } from './sv/notices.ts';
import { prices } from './sv/prices.ts';
import { reports } from './sv/reports.ts';
import { settings } from './sv/settings.ts';
import { shell } from './sv/shell.ts';
import { visits } from './sv/visits.ts';

export const sv = {
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
