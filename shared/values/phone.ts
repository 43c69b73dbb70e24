import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { IssueCode } from '../rpc/issue-codes.ts';
import { optionalValue, requiredValue } from './text.ts';

type PhoneResult = { ok: true; value: string } | { ok: false; issue: IssueCode };

/**
 * Reads a phone number as typed or pasted (Finnish unless it starts with + or 00) into E.164: invisible characters, with
 * which other programs wrap numbers, are dropped. The length must be possible; whether the operator has given the number
 * out is not asked.
 */
export function parsePhone(text: string): PhoneResult {
  const typed = text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}|−/gu, '-')
    .trim();
  if (/[^\d\s()+\-./]/.test(typed)) return { ok: false, issue: 'phone-format' };
  const number = parsePhoneNumberFromString(typed.replace(/^00/, '+'), 'FI');
  return number?.isPossible() ? { ok: true, value: number.number } : { ok: false, issue: 'phone-format' };
}

/** E.164 → `040 000 0182` for Finnish numbers, `+46 70 000 00 00` for others. */
export function formatPhone(e164: string): string {
  const finnish = /^\+358(\d+)$/.exec(e164);
  if (finnish) return groupFinnish(`0${finnish[1]}`);
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

/**
 * The area codes of two digits (Traficom's regulation 32 on numbering): 02, 03, 05, 06, 08 and 09, unless what follows makes
 * it a mobile (050) or a nationwide number (020, 029, 030, 039, 060x, 080x).
 */
const shortAreaCode = /^0(?:2(?![09])|3(?![09])|[568](?!0)|9)/;

/** The area or mobile code, three digits, the rest: how Finns read a number aloud. */
function groupFinnish(national: string): string {
  const code = shortAreaCode.test(national) ? 2 : 3;
  return [national.slice(0, code), national.slice(code, code + 3), national.slice(code + 3)]
    .filter((part) => part !== '')
    .join(' ');
}

export const optionalPhoneSchema = optionalValue(40, parsePhone);
export const phoneSchema = requiredValue(40, parsePhone);
