import { FinnishSSN } from 'finnish-ssn';
import type { IssueCode } from '../rpc/issue-codes.ts';
import { optionalValue } from './text.ts';

type HetuResult = { ok: true; value: string } | { ok: false; issue: IssueCode };

const shape = /^(\d{2})(\d{2})(\d{2})([+\-YXWVUABCDEF])(\d{3})([0-9A-Y])$/;

/**
 * Reads a Finnish personal identity code (henkilötunnus) as typed: any case, outer and inner spaces
 * allowed. The check character and the century signs follow the Government Decree on the Population
 * Information System (128/2010, 2 §, as amended by 690/2022). Individual numbers 000 and 001 were never
 * given; 900–999 are for temporary use and tests.
 */
export function parseHetu(text: string): HetuResult {
  const hetu = text
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[–—−]/g, '-')
    .toUpperCase();
  const parts = shape.exec(hetu);
  if (!parts) return { ok: false, issue: 'hetu-format' };
  if (Number(parts[5]) < 2) return { ok: false, issue: 'hetu-does-not-exist' };
  if (!FinnishSSN.validate(hetu)) {
    return { ok: false, issue: dateParses(hetu) ? 'hetu-checksum' : 'hetu-does-not-exist' };
  }
  return { ok: true, value: hetu };
}

function dateParses(hetu: string): boolean {
  try {
    FinnishSSN.parse(hetu);
    return true;
  } catch {
    return false;
  }
}

const centuries: Readonly<Record<string, string>> = { '+': '18', '-': '19', A: '20' };

/** The birth date (`YYYY-MM-DD`) that a valid code holds. Its sex digit is never read: sex is asked. */
export function birthDateOfHetu(hetu: string): string {
  const sign = hetu.charAt(6);
  const century = centuries[sign] ?? ('YXWVU'.includes(sign) ? '19' : '20');
  return `${century}${hetu.slice(4, 6)}-${hetu.slice(2, 4)}-${hetu.slice(0, 2)}`;
}

/** `140387-924P` → `140387-••••`: the form for screens that the customer or others can see. */
export function maskHetu(hetu: string): string {
  return `${hetu.slice(0, 7)}••••`;
}

export const optionalHetuSchema = optionalValue(14, parseHetu);
