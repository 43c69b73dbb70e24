import { queryOptions, type UseQueryOptions } from '@tanstack/react-query';
import { uuidv7 } from 'uuidv7';
import { type Contract, contract } from '#shared/contract.ts';
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

type Member<P extends AnyProcedure> = P['kind'] extends 'query'
  ? QueryMember<P>
  : Action<CallInput<P>, CallOutput<P>, P['kind']>;

export type Client = {
  readonly [F in keyof Contract]: {
    readonly [N in keyof Contract[F]]: Contract[F][N] extends AnyProcedure ? Member<Contract[F][N]> : never;
  };
};

function queryMember(feature: string, name: string, { access }: AnyProcedure) {
  const options = (input: unknown = {}) =>
    queryOptions({
      queryKey: [feature, name, input] as const,
      queryFn: () => callBridge(feature, name, input, uuidv7()),
    });
  return Object.assign(options, { access });
}

function action(feature: string, name: string, { kind, access, stale }: AnyProcedure) {
  return {
    kind,
    access,
    stale,
    call: (input: unknown, requestId: string, beside?: Beside) =>
      callBridge(feature, name, input, requestId, beside),
  };
}

function memberOf(feature: string, name: string, procedure: AnyProcedure) {
  return procedure.kind === 'query'
    ? queryMember(feature, name, procedure)
    : action(feature, name, procedure);
}

function mapValues<T>(record: Readonly<Record<string, T>>, map: (key: string, value: T) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(key, value)]));
}

/**
 * Everything the page can ask, made from the contract: `useQuery(client.customers.card({ customerId }))`,
 * `useCommand(client.customers.register)`, `useTask(client.reports.exportCustomer)`.
 */
export const client = mapValues<Readonly<Record<string, AnyProcedure>>>(contract, (feature, procedures) =>
  mapValues(procedures, (name, procedure) => memberOf(feature, name, procedure)),
) as unknown as Client;
