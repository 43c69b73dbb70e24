import type { IssueCode } from '../rpc/issue-codes.ts';
import { optionalValue, requiredValue } from './text.ts';

/** A Finnish postal code: five digits. Whether it is in use is shown by the city that it fills in. */
function parsePostalCode(text: string): { ok: true; value: string } | { ok: false; issue: IssueCode } {
  return /^\d{5}$/.test(text) ? { ok: true, value: text } : { ok: false, issue: 'postal-code-format' };
}

export const optionalPostalCodeSchema = optionalValue(10, parsePostalCode);
export const postalCodeSchema = requiredValue(10, parsePostalCode);
