import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { IssueCode } from '../rpc/issue-codes.ts';
import { optionalValue, requiredValue } from './text.ts';

type PhoneResult = { ok: true; value: string } | { ok: false; issue: IssueCode };

/**
 * Reads a phone number as typed (Finnish unless it starts with + or 00) into E.164. The length must be
 * possible; whether the operator has given the number out is not asked.
 */
export function parsePhone(text: string): PhoneResult {
  if (/[^\d\s()+\-./]/.test(text)) return { ok: false, issue: 'phone-format' };
  const number = parsePhoneNumberFromString(text.replace(/^00/, '+'), 'FI');
  return number?.isPossible() ? { ok: true, value: number.number } : { ok: false, issue: 'phone-format' };
}

/** E.164 → `040 000 0182` for Finnish numbers, `+46 70 000 00 00` for others. */
export function formatPhone(e164: string): string {
  const finnish = /^\+358(\d+)$/.exec(e164);
  if (finnish) return groupFinnish(`0${finnish[1]}`);
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/** Three digits, three digits, the rest: how Finns read a number aloud, for mobile and area codes alike. */
function groupFinnish(national: string): string {
  return [national.slice(0, 3), national.slice(3, 6), national.slice(6)]
    .filter((part) => part !== '')
    .join(' ');
}

export const optionalPhoneSchema = optionalValue(40, parsePhone);
export const phoneSchema = requiredValue(40, parsePhone);
