import type { Contract } from '#shared/contract.ts';
import type { CallRequest } from '#shared/rpc/bridge.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { issueCode, issuesByField } from '#shared/rpc/issue-codes.ts';
import type { AnyProcedure, FeatureContract } from '#shared/rpc/procedure.ts';
import { idSchema } from '#shared/values/ids.ts';
import { requiredText } from '#shared/values/text.ts';
import type { AuditEntry, AuditOutcome } from './audit-writer.ts';
import type { AllHandlers, AuditDetails } from './handlers.ts';
import { refuseStrangeInput } from './input-guard.ts';

/** One call of one procedure, whoever makes it. */
export interface Call {
  readonly clientId: string;
  readonly requestId: string;
  readonly draftId: string | undefined;
  /** As the caller wrote it, without outer spaces; undefined when nothing was said. */
  readonly relatesTo: string | undefined;
  /** `feature.name`: also the action in the audit log. */
  readonly action: string;
  readonly procedure: AnyProcedure;
  // biome-ignore lint/suspicious/noExplicitAny: the contract's types hold between procedure and handler
  readonly handler: (input: any, context: any) => Promise<unknown>;
  readonly input: unknown;
}

/** The procedure that a request names, its input not yet looked at. @throws AppError `not-found` */
export function findCall(
  contract: Contract,
  handlers: AllHandlers,
  clientId: string,
  request: CallRequest,
): Call {
  const feature = own(contract, request.feature) as FeatureContract | undefined;
  const procedure = feature && own(feature, request.name);
  const { requestId, draftId } = request;
  const relatesTo = readRelation(request.relatesTo);
  if (!procedure || !areIds(requestId, draftId ?? requestId)) throw new AppError({ kind: 'not-found' });
  const table = handlers[request.feature as keyof AllHandlers] as unknown as Record<string, Call['handler']>;
  const handler = table[request.name];
  if (!handler) throw new Error('a procedure has no handler');
  const action = `${request.feature}.${request.name}`;
  return { clientId, requestId, draftId, relatesTo, action, procedure, handler, input: undefined };
}

const longestRelation = 200;

/** @throws AppError `invalid-input` */
function readRelation(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined;
  refuseStrangeInput(typed);
  const relatesTo = requiredText(longestRelation).safeParse(typed);
  if (relatesTo.success) return relatesTo.data;
  throw new AppError({
    kind: 'invalid-input',
    fields: { relatesTo: issueCode(relatesTo.error.issues[0] ?? { message: '', path: [] }) },
  });
}

function areIds(...ids: string[]): boolean {
  return ids.every((id) => idSchema.safeParse(id).success);
}

function own<T extends object>(table: T, key: string): T[keyof T] | undefined {
  return Object.hasOwn(table, key) ? table[key as keyof T] : undefined;
}

/** @throws AppError `invalid-input` */
export function withInput(call: Call, input: unknown): Call {
  refuseStrangeInput(input);
  const parsed = call.procedure.input.safeParse(input);
  if (!parsed.success) {
    throw new AppError({ kind: 'invalid-input', fields: issuesByField(parsed.error.issues) });
  }
  return { ...call, input: parsed.data };
}

/** Only what the contract declares leaves; an output that breaks it is a bug of ours, never shown. */
export function checkedOutput(call: Call, output: unknown): unknown {
  const parsed = call.procedure.output.safeParse(output);
  if (!parsed.success) throw new Error(`${call.action} answered against its contract`);
  return parsed.data;
}

/** What the call leaves in the audit log, as its procedure declares. */
export function entryOf(
  call: Call,
  outcome: AuditOutcome,
  output: unknown,
  details?: AuditDetails,
): Omit<AuditEntry, 'actor'> {
  const { audit } = call.procedure;
  const named = audit.log === 'row' ? audit : { log: 'row' as const };
  return {
    action: call.action,
    outcome,
    customerId: named.customer?.(call.input, output),
    entity: named.entity?.(call.input, output),
    details,
  };
}

/** The second customer whom the call concerns, if there is one. */
export function otherCustomerOf({ procedure: { audit }, input }: Call): string | undefined {
  return audit.log === 'row' ? audit.otherCustomer?.(input) : undefined;
}
