import { anyStaff } from '#shared/rpc/procedure.ts';
import type { Client } from './client.ts';
import { memberOf, type Policy } from './members.ts';

/** A test holds these against the contract. */
const policies = {
  status: { kind: 'query', access: 'door', stale: [] },
  unlock: { kind: 'command', access: 'door', stale: ['auth'] },
  session: { kind: 'query', access: anyStaff, stale: [] },
} as const satisfies Record<string, Policy>;

/**
 * What the closed door calls, without the contract and its schemas, which are loaded after the door has been
 * painted.
 */
export const doorClient = {
  auth: Object.fromEntries(
    Object.entries(policies).map(([name, policy]) => [name, memberOf('auth', name, policy)]),
  ) as unknown as Pick<Client['auth'], keyof typeof policies>,
};
