import { words } from '#shared/words/en.ts';
import { accounts } from './en/accounts.ts';
import { audit } from './en/audit.ts';
import { auth } from './en/auth.ts';
import { common } from './en/common.ts';
import { consents } from './en/consents.ts';
import { customers } from './en/customers.ts';
import { faults } from './en/faults.ts';
import { guide } from './en/guide.ts';
import { keys } from './en/keys.ts';
import { notices } from './en/notices.ts';
import { prices } from './en/prices.ts';
import { reports } from './en/reports.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { visits } from './en/visits.ts';

export const en = {
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
