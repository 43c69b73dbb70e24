import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import { uuidv7 } from 'uuidv7';
import type { AppError } from '#shared/rpc/fault.ts';
import type { Access, AnyProcedure, CallInput, CallOutput, Family, Kind } from '#shared/rpc/procedure.ts';
import { type Beside, callBridge } from './bridge.ts';

export type QueryKey = readonly [feature: string, name: string, input: unknown];

/** `{}` may be left out where the procedure takes nothing. */
type Arguments<I> = Record<string, never> extends I ? [input?: I] : [input: I];

type Options<P extends AnyProcedure> = Required<
  Pick<UseQueryOptions<CallOutput<P>, AppError, CallOutput<P>, QueryKey>, 'queryKey'>
> &
  UseQueryOptions<CallOutput<P>, AppError, CallOutput<P>, QueryKey>;

export interface QueryMember<P extends AnyProcedure> {
  (...args: Arguments<CallInput<P>>): Options<P>;
  readonly access: Access;
}

/** A command or a task, as `useCommand` and `useTask` take it. */
export interface Action<I, O, K extends Kind = Kind> {
  readonly kind: K;
  readonly access: Access;
  readonly stale: readonly Family[];
  /**
   * A repeat with the same `requestId` gives the first answer and does nothing twice. A call that saves a form
   * names the form's draft, which goes with it.
   */
  call(input: I, requestId: string, beside?: Beside): Promise<O>;
}

export type Member<P extends AnyProcedure> = P['kind'] extends 'query'
  ? QueryMember<P>
  : Action<CallInput<P>, CallOutput<P>, P['kind']>;

/** What the page needs to know of a procedure to call it; its schemas are the register process's. */
export type Policy = Pick<AnyProcedure, 'kind' | 'access' | 'stale'>;

function queryMember(feature: string, name: string, { access }: Policy) {
  const options = (input: unknown = {}) =>
    queryOptions({
      queryKey: [feature, name, input] as const,
      queryFn: () => callBridge(feature, name, input, uuidv7()),
    });
  return Object.assign(options, { access });
}

function action(feature: string, name: string, { kind, access, stale }: Policy) {
  return {
    kind,
    access,
    stale,
    call: (input: unknown, requestId: string, beside?: Beside) =>
      callBridge(feature, name, input, requestId, beside),
  };
}

export function memberOf(feature: string, name: string, procedure: Policy) {
  return procedure.kind === 'query'
    ? queryMember(feature, name, procedure)
    : action(feature, name, procedure);
}
