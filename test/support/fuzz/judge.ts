import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { faults } from '#renderer/locales/fi/faults.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { issueCodes } from '#shared/rpc/issue-codes.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import { canary } from './texts.ts';

const rules = Object.keys(faults.rules);

/** A fault that the program has words for. The two that say "something is broken here" are never an answer to input. */
const declaredFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('invalid-input'),
    fields: z.record(z.string().max(500), z.enum(issueCodes)),
  }),
  z.strictObject({ kind: z.enum(['forbidden', 'not-found', 'cancelled', 'locked', 'not-signed-in']) }),
  z.strictObject({ kind: z.literal('conflict'), changed: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('rule-broken'),
    rule: z.enum(rules),
    facts: z.record(z.string(), z.unknown()),
  }),
]);

/** What is wrong with an answer, whatever was asked; null for one that the contract declares. */
export function problemWith(
  procedure: AnyProcedure,
  roles: readonly Role[],
  reply: Reply<unknown>,
): string | null {
  const { access } = procedure;
  const isAllowed = access === 'door' || roles.some((role) => access.includes(role));
  if (reply.ok) return isAllowed ? problemWithValue(procedure, reply.value) : 'served to the wrong role';
  if (!isAllowed) return reply.fault.kind === 'forbidden' ? null : `"${reply.fault.kind}" to the wrong role`;
  const parsed = declaredFault.safeParse(reply.fault);
  if (!parsed.success) return `not a declared fault: ${JSON.stringify(reply.fault)}`;
  return null;
}

function problemWithValue({ output }: AnyProcedure, value: unknown): string | null {
  if (!output.safeParse(value).success) return 'the answer is not what the contract declares';
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) return 'the answer is not plain JSON';
  return null;
}

/** What a log line must not hold: something that a person typed. */
export function problemWithLog(line: string): string | null {
  if (line.toLowerCase().includes(canary.toLowerCase())) return `the log quotes what was typed: ${line}`;
  return null;
}
