import type { Role } from '#shared/values/roles.ts';
import { nameKey } from './names.ts';
import { isActive, type RosterUser, unique } from './roster.ts';
import { VaultError, type VaultFault } from './vault-error.ts';

/**
 * What no change of accounts may lead to, whichever it is: held against everybody before and after it.
 * @param selfId the administrator who makes the change
 * @throws VaultError `name-taken`, `last-administrator`, `last-manager`, `own-account`, `own-role`
 */
export function demandAccountRules(
  selfId: string,
  before: readonly RosterUser[],
  after: readonly RosterUser[],
): void {
  if (!unique(after.map(({ name }) => nameKey(name)))) throw new VaultError({ kind: 'name-taken' });
  demandStaffed('admin', 'last-administrator', before, after);
  demandStaffed('manager', 'last-manager', before, after);
  const selfBefore = before.find(({ id }) => id === selfId);
  const selfAfter = after.find(({ id }) => id === selfId);
  if (selfBefore) demandOwnRules(selfBefore, selfAfter, before.length === 1);
}

type Office = Extract<VaultFault['kind'], 'last-administrator' | 'last-manager'>;

function demandStaffed(
  role: Role,
  kind: Office,
  before: readonly RosterUser[],
  after: readonly RosterUser[],
): void {
  const holds = (user: RosterUser) => isActive(user) && user.roles.includes(role);
  if (before.some(holds) && !after.some(holds)) throw new VaultError({ kind });
}

/**
 * Another administrator must take somebody out; and nobody gives themselves a right that they do not have.
 *
 * With one exception: a manager whose account is the register's only one may give themselves the right to health
 * profiles. A manager decides it, and nobody else is there who could; the only way around would be an invented second
 * person. Disabled accounts count, since they could be enabled again: shutting the others out for a moment is no way.
 */
function demandOwnRules(before: RosterUser, after: RosterUser | undefined, isAlone: boolean): void {
  const stays = after && isActive(after) && after.sealingKey === before.sealingKey;
  if (!stays) throw new VaultError({ kind: 'own-account' });
  const raised = after.roles.some((role) => !before.roles.includes(role));
  const granted = after.healthProfileGrant && !before.healthProfileGrant;
  const mayGrant = isAlone && before.roles.includes('manager');
  if (raised || (granted && !mayGrant)) throw new VaultError({ kind: 'own-role' });
}
