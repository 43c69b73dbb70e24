import type { Role } from '#shared/values/roles.ts';
import type { Addressees, Notify } from '../../notify.ts';
import type { OpenRegister } from '../../open-register.ts';
import { listAccounts } from '../../vault/accounts.ts';
import { insertNotices } from './store.ts';

export const notify: Notify = async (register, { kind, facts, to }, { now, newId }) => {
  const userIds = await idsOf(register, to);
  if (userIds.length === 0) return;
  const rows = userIds.map((userId) => ({
    id: newId(),
    user_id: userId,
    kind,
    facts: JSON.stringify(facts),
    created_at: now,
    seen_at: null,
  }));
  await register.database.write((tx) => insertNotices(tx, rows));
};

const roleOf: Readonly<Record<Exclude<Addressees, readonly string[]>, Role>> = {
  managers: 'manager',
  administrators: 'admin',
};

async function idsOf({ place, vault }: OpenRegister, to: Addressees): Promise<readonly string[]> {
  if (typeof to !== 'string') return to;
  const accounts = await listAccounts(place, vault);
  return accounts
    .filter(({ status, roles }) => status === 'active' && roles.includes(roleOf[to]))
    .map(({ id }) => id);
}
