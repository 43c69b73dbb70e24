import { z } from 'zod';
import type { IssueCode } from '../rpc/issue-codes.ts';

const code = (issue: IssueCode): IssueCode => issue;

/** A line of text that must be given; outer spaces are dropped, `max` in UTF-16 units. */
export function requiredText(max: number, missing: IssueCode = 'required') {
  return z
    .string({ error: code(missing) })
    .trim()
    .min(1, code(missing))
    .max(max, code('too-long'));
}

/** Text that may be left empty; empty becomes null, so that "nothing" has one form in the register. */
export function optionalText(max: number) {
  return z
    .string({ error: code('invalid') })
    .trim()
    .max(max, code('too-long'))
    .transform((text) => (text === '' ? null : text));
}

/** `Aino  Helena` and a name pasted letter by letter with its marks: one form of what looks the same. */
const asOneLine = (text: string) => text.replace(/\s+/g, ' ').trim().normalize('NFC');

/** A name, a street, a town: as `requiredText`, with one blank between words and each letter as one character (NFC). */
export function requiredLine(max: number) {
  return z
    .string({ error: code('required') })
    .overwrite(asOneLine)
    .min(1, code('required'))
    .max(max, code('too-long'));
}

/** The same of what may be left empty; empty becomes null. */
export function optionalLine(max: number) {
  return z
    .string({ error: code('invalid') })
    .overwrite(asOneLine)
    .max(max, code('too-long'))
    .transform((text) => (text === '' ? null : text));
}

type Parsed<T> = { ok: true; value: T } | { ok: false; issue: IssueCode };

/** A typed-in value with a reader of its own (`parse`), such as a date or a phone number. */
export function requiredValue<T>(
  max: number,
  parse: (text: string) => Parsed<T>,
  missing: IssueCode = 'required',
) {
  return requiredText(max, missing).transform((text, context) => read(text, parse, context));
}

/** The same, but empty becomes null. */
export function optionalValue<T>(max: number, parse: (text: string) => Parsed<T>) {
  return z
    .string({ error: code('invalid') })
    .trim()
    .max(max, code('too-long'))
    .transform((text, context): T | null => (text === '' ? null : read(text, parse, context)));
}

function read<T>(text: string, parse: (text: string) => Parsed<T>, context: z.core.$RefinementCtx): T {
  const parsed = parse(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.issue, input: text });
  return z.NEVER;
}
