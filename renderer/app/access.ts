import type { Access } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import { usePerson } from './session.tsx';

function isAllowed(roles: readonly Role[], access: Access): boolean {
  return access !== 'door' && access.some((role) => roles.includes(role));
}

/**
 * Whether the signed-in person may call something: `const may = useMay(); may(client.reports.exportCustomer)`.
 * Decides only what is shown; the register process decides what is done.
 */
export function useMay(): (procedure: { readonly access: Access }) => boolean {
  const { roles } = usePerson();
  return ({ access }) => isAllowed(roles, access);
}
