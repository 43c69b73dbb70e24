import type { IssueCode } from '../rpc/issue-codes.ts';
import { requiredValue } from './text.ts';

/** A Finnish postal code: five digits. Whether it is in use is shown by the city that it fills in. */
export function isFinnishPostalCode(text: string): boolean {
  return /^\d{5}$/.test(text);
}

function parsePostalCode(text: string): { ok: true; value: string } | { ok: false; issue: IssueCode } {
  return isFinnishPostalCode(text) ? { ok: true, value: text } : { ok: false, issue: 'postal-code-format' };
}

export const postalCodeSchema = requiredValue(10, parsePostalCode);
