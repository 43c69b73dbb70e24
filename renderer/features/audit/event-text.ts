import type { AuditEvent } from '#shared/features/audit/contract.ts';
import { giverRoles } from '#shared/features/consents/giver.ts';
import { type Channel, channels, consentActs, purposes } from '#shared/features/consents/purposes.ts';
import { fi } from '../../locales/fi.ts';
import type { Translate } from '../../locales/use-texts.ts';
import { accountText } from './account-text.ts';
import { isPriceListAction, priceText } from './price-text.ts';

type Known = typeof fi.audit.actions;
type Details = NonNullable<AuditEvent['details']>;
type KeysOf<T> = { [F in keyof T & string]: `${F}.${keyof T[F] & string}` }[keyof T & string];
type KnownAction = KeysOf<Known>;

function isKnown(action: string): action is KnownAction {
  const [feature = '', name = ''] = action.split('.');
  const actions: Record<string, Record<string, string>> = fi.audit.actions;
  return Object.hasOwn(actions, feature) && Object.hasOwn(actions[feature] ?? {}, name);
}

/** What was done, in words. An action of a newer version of the program keeps its own name. */
export function actionText(t: Translate, action: string): string {
  return isKnown(action) ? t(`audit:actions.${action}`) : action;
}

/** What the event tells besides its name; empty when nothing. Never a value of the customer's. */
export function detailText(t: Translate, { action, details }: AuditEvent): string {
  if (!details) return '';
  if (action.startsWith('accounts.')) return accountText(t, details);
  if (isPriceListAction(action)) return priceText(t, details);
  switch (action) {
    case 'customers.register':
      return typeof details.number === 'number' ? t('audit:details.number', { number: details.number }) : '';
    case 'customers.edit':
      return fieldNames(t, details.fields);
    case 'customers.addRecord':
    case 'customers.removeRecord':
    case 'customers.restoreRecord':
      return recordText(t, details);
    case 'customers.addGroup':
    case 'customers.editGroup':
      return groupText(t, details);
    case 'consents.record':
    case 'consents.undo':
      return consentText(t, details);
    case 'reports.exportCustomer':
      return savedText(t, details);
    case 'audit.exportList':
      return [savedText(t, details), rowsText(t, details)].filter(Boolean).join(', ');
    case 'consents.printHistory':
      return sheetText(t, details);
    case 'visits.printReceipt':
      return [receiptText(t, details), sheetText(t, details)].filter(Boolean).join(', ');
    case 'customers.search':
    case 'customers.similar':
    case 'audit.list':
      return burstText(t, details);
    case 'consents.publishWording':
      return wordingText(t, details);
    case 'audit.resolve':
      return typeof details.note === 'string' ? t('audit:details.note', { note: details.note }) : '';
    default:
      return '';
  }
}

const recordKinds = ['address', 'name', 'note', 'credit-check', 'guardian'] as const;

/** What kind of detail came or went; what it said is in the history of the customer. */
function recordText(t: Translate, { kind }: Details): string {
  const known = recordKinds.find((one) => one === kind);
  return known ? t(`words:recordKinds.${known}`).toLowerCase() : '';
}

function groupText(t: Translate, { name, before }: Details): string {
  const renamed = typeof before === 'string' && t('audit:details.renamedFrom', { name: before });
  return [typeof name === 'string' && name, renamed].filter(Boolean).join(', ');
}

function savedText(t: Translate, { saved }: Details): string {
  return t(saved === true ? 'audit:details.exported' : 'audit:details.notExported');
}

/** Where a sheet went; rows of earlier versions of the program do not tell it. */
function sheetText(t: Translate, { to, outcome }: Details): string {
  switch (outcome) {
    case 'printed':
      return t('audit:details.printed');
    case 'saved':
      return t('audit:details.exported');
    case 'cancelled':
      return t(to === 'paper' ? 'audit:details.notPrinted' : 'audit:details.notExported');
    default:
      return '';
  }
}

function receiptText(t: Translate, { receipt }: Details): string {
  return typeof receipt === 'number' ? t('audit:details.receipt', { number: receipt }) : '';
}

function rowsText(t: Translate, { rows }: Details): string {
  return typeof rows === 'number' ? t('audit:details.rows', { rows }) : '';
}

/** How many searches there were in one go, and how many rows they showed. */
function burstText(t: Translate, { searches, shown }: Details): string {
  const isCounted = typeof searches === 'number' && typeof shown === 'number';
  return isCounted ? t('audit:details.burst', { searches, shown }) : '';
}

function wordingText(t: Translate, details: Details): string {
  const purpose = purposes.find((one) => one === details.purpose);
  const { version } = details;
  return [
    purpose && t(`words:purposes.${purpose}`),
    typeof version === 'number' && t('audit:details.version', { version }),
  ]
    .filter(Boolean)
    .join(', ');
}

function isField(field: unknown): field is keyof typeof fi.customers.fields {
  return typeof field === 'string' && Object.hasOwn(fi.customers.fields, field);
}

function fieldNames(t: Translate, fields: unknown): string {
  if (!Array.isArray(fields)) return '';
  return fields
    .filter(isField)
    .map((field) => t(`customers:fields.${field}`))
    .join(', ');
}

function consentText(t: Translate, details: Record<string, unknown>): string {
  const purpose = purposes.find((one) => one === details.purpose);
  const act = consentActs.find((one) => one === details.act);
  const named: Channel[] = Array.isArray(details.channels)
    ? channels.filter((channel) => (details.channels as unknown[]).includes(channel))
    : [];
  const giver = giverRoles.find((one) => one === details.givenBy && one !== 'customer');
  return [
    purpose && t(`words:purposes.${purpose}`),
    act && t(`consents:history.acts.${act}`),
    ...named.map((channel) => t(`words:channels.${channel}`)),
    giver && t('audit:details.givenBy', { giver: t(`words:givers.${giver}`) }),
  ]
    .filter(Boolean)
    .join(', ');
}
