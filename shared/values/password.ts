import { z } from 'zod';
import type { IssueCode } from '../rpc/issue-codes.ts';

const passwordMinimum = 12;
/** Long enough for any sentence; a limit only so that nobody can make the hash work on megabytes. */
const passwordMaximum = 256;
/** A single word of letters must be longer: a Finnish compound from a dictionary easily has 15 letters. */
const oneWordMinimum = 20;

/** The form in which a password is counted, judged and hashed: the same keys give the same bytes on every computer. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

/** What is wrong with the shape of a new password, before its strength is even asked. */
export function passwordShapeIssue(password: string): IssueCode | null {
  const length = [...normalPassword(password)].length;
  if (length < passwordMinimum) return 'password-too-short';
  if (length > passwordMaximum) return 'too-long';
  return null;
}

/** Letters only, without a space, digit or sign between, and too short for that. */
export function isShortSingleWord(password: string): boolean {
  const normal = normalPassword(password);
  return /^\p{L}+$/u.test(normal) && [...normal].length < oneWordMinimum;
}

/** A password that somebody chooses. Never trimmed: a space at the end belongs to it. */
export const newPasswordSchema = z
  .string({ error: 'required' satisfies IssueCode })
  .superRefine((password, context) => {
    const issue = passwordShapeIssue(password);
    if (issue) context.addIssue({ code: 'custom', message: issue });
  });

/** A password that somebody types to sign in; its rules may have changed since it was chosen. */
export const typedPasswordSchema = z
  .string({ error: 'required' satisfies IssueCode })
  .min(1, 'required' satisfies IssueCode)
  .max(4 * passwordMaximum, 'too-long' satisfies IssueCode);
