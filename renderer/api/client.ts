import { type Contract, contract } from '#shared/contract.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import { type Member, memberOf } from './members.ts';

export type Client = {
  readonly [F in keyof Contract]: {
    readonly [N in keyof Contract[F]]: Contract[F][N] extends AnyProcedure ? Member<Contract[F][N]> : never;
  };
};

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
