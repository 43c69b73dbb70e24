import { z } from 'zod';
import type { IssueCode } from '../rpc/issue-codes.ts';
import { optionalValue, requiredValue } from './text.ts';

const address = z.email();

/** Reads an e-mail address; kept as typed, since the part before @ may be case-sensitive (RFC 5321, 2.4). */
export function parseEmail(text: string): { ok: true; value: string } | { ok: false; issue: IssueCode } {
  if (!text.includes('@')) return { ok: false, issue: 'email-no-at' };
  return address.safeParse(text).success ? { ok: true, value: text } : { ok: false, issue: 'email-format' };
}

export const optionalEmailSchema = optionalValue(254, parseEmail);
export const emailSchema = requiredValue(254, parseEmail);
