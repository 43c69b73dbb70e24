import type { Notify } from '../../notify.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { listAccounts } from '../../vault/accounts.ts';
import type { SignInPorts } from './list.ts';

/**
 * Tells a new manager who gave themselves the right to health profiles while theirs was the only account: now there
 * is somebody who can decide it. Who has been given it by another since is not meant.
 */
export async function tellOwnGrants(
  { latestAbout, notify }: Pick<SignInPorts, 'latestAbout'> & { readonly notify: Notify },
  { register, clock, newId }: TaskContext,
  managerId: string,
): Promise<void> {
  const grants = await latestAbout(register.database.read, 'accounts.setHealthProfileGrant');
  for (const { id, name, healthProfileGrant } of await listAccounts(register.place, register.vault)) {
    const grant = grants.get(id);
    if (!healthProfileGrant || grant?.actorId !== id || id === managerId) continue;
    const facts = { person: name, at: grant.at };
    await notify(
      register,
      { kind: 'health-profile-own', facts, to: [managerId] },
      { now: clock.now(), newId },
    );
  }
}
