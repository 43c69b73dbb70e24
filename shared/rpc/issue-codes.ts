/** What can be wrong with one field. Each code has a sentence in the renderer in every language. */
export const issueCodes = [
  'required',
  'too-short',
  'too-long',
  'not-a-choice',
  'unknown-field',
  'invalid',
  'choose-answer',
  'choose-channel',
  'choose-giver',
  'choose-source',
  'choose-sex',
  'hetu-format',
  'hetu-checksum',
  'hetu-does-not-exist',
  'hetu-and-birth-date-differ',
  'birth-date-or-hetu',
  'date-format',
  'date-does-not-exist',
  'date-in-future',
  'date-in-past',
  'date-too-early',
  'time-format',
  'time-in-future',
  'phone-format',
  'email-no-at',
  'email-format',
  'postal-code-format',
  'finnish-postal-code',
  'address-incomplete',
  'business-id',
  'password-too-short',
  'password-weak',
  'passwords-differ',
  'must-be-accepted',
  'must-confirm',
  'amount-format',
  'percent-format',
  'discount-format',
  'discount-too-big',
  'count-format',
  'out-of-range',
] as const;

export type IssueCode = (typeof issueCodes)[number];

const known: ReadonlySet<string> = new Set(issueCodes);

/** The shape of a zod issue that is needed here, so that callers need not import zod's own types. */
interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly keys?: readonly string[];
}

const byZodCode: Readonly<Record<string, IssueCode>> = {
  too_small: 'too-short',
  too_big: 'too-long',
  invalid_value: 'not-a-choice',
  unrecognized_keys: 'unknown-field',
};

/** Our schemas put the code in the message; zod's own messages are too technical to show. */
export function issueCode(issue: Issue): IssueCode {
  if (known.has(issue.message)) return issue.message as IssueCode;
  return byZodCode[issue.code ?? ''] ?? 'invalid';
}

/** Field path (dotted, `address.postalCode`) to the first thing that is wrong with it. */
export function issuesByField(issues: readonly Issue[]): Record<string, IssueCode> {
  const fields: Record<string, IssueCode> = Object.create(null);
  for (const issue of issues) {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys?.[0] : undefined;
    const path = [...issue.path, ...(extra === undefined ? [] : [extra])].map(String).join('.');
    fields[path] ??= issueCode(issue);
  }
  return { ...fields };
}
