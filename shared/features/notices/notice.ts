import { z } from 'zod';

const text = z.string().max(200);

/** What the program tells a person at their next sign-in, until they say that they have read it. */
export const noticeBody = z.discriminatedUnion('kind', [
  /** The register was opened with the paper from the safe. */
  z.strictObject({
    kind: z.literal('recovery-key-used'),
    facts: z.strictObject({ by: text, workstation: text }),
  }),
  z.strictObject({ kind: z.literal('recovery-key-renewed'), facts: z.strictObject({ by: text }) }),
  z.strictObject({ kind: z.literal('database-key-changed'), facts: z.strictObject({ by: text }) }),
  /** The log does not contain a place that somebody signed: a tail was cut or an older file put back. */
  z.strictObject({
    kind: z.literal('audit-head-missing'),
    /** Whose signature, over which row of the log, made when (UTC instant). */
    facts: z.strictObject({ signer: text, sequence: z.int(), at: text }),
  }),
  /** Told to the manager who is named as having decided it. */
  z.strictObject({
    kind: z.literal('health-profile-granted'),
    facts: z.strictObject({ person: text, by: text }),
  }),
  z.strictObject({
    kind: z.literal('health-profile-withdrawn'),
    facts: z.strictObject({ person: text, by: text }),
  }),
  /** Told to whoever becomes a manager: somebody gave it to themselves while theirs was the only account. */
  z.strictObject({
    kind: z.literal('health-profile-own'),
    /** When (UTC instant). */
    facts: z.strictObject({ person: text, at: text }),
  }),
  /** Told to the other administrators. */
  z.strictObject({
    kind: z.enum(['account-disabled', 'account-enabled', 'account-removed']),
    facts: z.strictObject({ person: text, by: text }),
  }),
  /** Told to the person whose account it is. */
  z.strictObject({ kind: z.literal('own-account-enabled'), facts: z.strictObject({ by: text }) }),
  z.strictObject({ kind: z.literal('name-changed'), facts: z.strictObject({ by: text, name: text }) }),
  z.strictObject({ kind: z.literal('roles-changed'), facts: z.strictObject({ by: text }) }),
  z.strictObject({ kind: z.literal('password-reset'), facts: z.strictObject({ by: text }) }),
]);
export type NoticeBody = z.output<typeof noticeBody>;
export type NoticeKind = NoticeBody['kind'];
