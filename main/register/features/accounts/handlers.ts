import type { Contract } from '#shared/contract.ts';
import type { Clinic } from '#shared/features/auth/contract.ts';
import type { NoticeBody, NoticeKind } from '#shared/features/notices/notice.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Notify } from '../../notify.ts';
import type { Handlers, TaskContext } from '../../rpc/handlers.ts';
import { takeOver } from '../../rpc/take-over.ts';
import {
  type Account,
  addUser,
  disableUser,
  enableUser,
  listAccounts,
  removeUser,
  renameUser,
  resetPassword,
  setHealthProfileGrant,
  setRoles,
} from '../../vault/accounts.ts';
import type { Administered } from '../../vault/administration.ts';
import type { OpenVault } from '../../vault/vault.ts';
import type { VaultPlace } from '../../vault/vault-place.ts';
import { recordCommitment } from './commitment.ts';
import { describeAccounts, type SignInPorts } from './list.ts';
import { tellOwnGrants } from './own-grants.ts';
import { passphraseSheet } from './passphrase-sheet.ts';

export interface AccountPorts extends SignInPorts {
  readonly notify: Notify;
  readonly readClinic: (db: Queries) => Promise<Clinic>;
}

/** Of which accounts a change is news: to open an open one is not. */
const meantFor = {
  'account-disabled': ['active'],
  'account-enabled': ['disabled'],
  'account-removed': ['active', 'disabled'],
} satisfies Partial<Record<NoticeKind, Account['status'][]>>;

export function accountsHandlers(ports: AccountPorts): Handlers<Contract['accounts']> {
  /** Shown a moment ago; gone with the next one, and with the process. */
  let shown: { userId: string; passphrase: string } | null = null;

  /** Tells somebody of what concerns them, unless they did it themselves. */
  const tell = async (context: TaskContext, userId: string, notice: NoticeBody) => {
    const { register, clock, newId, actor } = context;
    if (userId !== actor.id)
      await ports.notify(register, { ...notice, to: [userId] }, { now: clock.now(), newId });
  };

  /** A change that lets somebody in or keeps them out: the other administrators learn of it. */
  const changed = async (
    context: TaskContext,
    userId: string,
    change: (place: VaultPlace, admin: OpenVault, userId: string) => Promise<Administered>,
    kind: keyof typeof meantFor,
  ) => {
    const { name, status: before } = await accountOf(context, userId);
    context.detail({ name });
    await takeOver(context, await change(...here(context), userId));
    if (!meantFor[kind].some((status) => status === before)) return false;
    for (const { id, status, roles } of await listAccounts(...here(context))) {
      if (id !== userId && status === 'active' && roles.includes('admin'))
        await tell(context, id, { kind, facts: { person: name, by: context.actor.name } });
    }
    return true;
  };

  return {
    async list(_input, { db, accounts }) {
      return { accounts: await describeAccounts(ports, db, await accounts()) };
    },

    async add({ name, roles }, context) {
      context.detail({ name, roles });
      const { userId, oneTimePassphrase, ...administered } = await addUser(...here(context), { name, roles });
      await takeOver(context, administered);
      shown = { userId, passphrase: oneTimePassphrase };
      if (roles.includes('manager')) await tellOwnGrants(ports, context, userId);
      return { userId, oneTimePassphrase };
    },

    async rename({ userId, name }, context) {
      const { name: before } = await accountOf(context, userId);
      context.detail({ name: before, before, after: name });
      await takeOver(context, await renameUser(...here(context), userId, name));
      await tell(context, userId, { kind: 'name-changed', facts: { by: context.actor.name, name } });
      return {};
    },

    async setRoles({ userId, roles }, context) {
      const { name, roles: before } = await accountOf(context, userId);
      context.detail({ name, before, after: roles });
      await takeOver(context, await setRoles(...here(context), userId, roles));
      await tell(context, userId, { kind: 'roles-changed', facts: { by: context.actor.name } });
      if (roles.includes('manager') && !before.includes('manager'))
        await tellOwnGrants(ports, context, userId);
      return {};
    },

    async setHealthProfileGrant({ userId, granted, decidedBy }, context) {
      const { name } = await accountOf(context, userId);
      const manager = await managerOf(context, decidedBy);
      context.detail({ name, granted, decidedBy: manager.name });
      await takeOver(context, await setHealthProfileGrant(...here(context), userId, granted));
      const kind = granted ? 'health-profile-granted' : 'health-profile-withdrawn';
      await tell(context, manager.id, { kind, facts: { person: name, by: context.actor.name } });
      return {};
    },

    async disable({ userId }, context) {
      await changed(context, userId, disableUser, 'account-disabled');
      return {};
    },

    async enable({ userId }, context) {
      if (await changed(context, userId, enableUser, 'account-enabled'))
        await tell(context, userId, { kind: 'own-account-enabled', facts: { by: context.actor.name } });
      return {};
    },

    async remove({ userId }, context) {
      await changed(context, userId, removeUser, 'account-removed');
      return {};
    },

    async resetPassword({ userId }, context) {
      context.detail({ name: (await accountOf(context, userId)).name });
      const { oneTimePassphrase, ...administered } = await resetPassword(...here(context), userId);
      await takeOver(context, administered);
      shown = { userId, passphrase: oneTimePassphrase };
      await tell(context, userId, { kind: 'password-reset', facts: { by: context.actor.name } });
      return { userId, oneTimePassphrase };
    },

    async recordCommitment(input, context) {
      const { name } = await accountOf(context, input.userId);
      context.detail({ name, ...(await recordCommitment(input, context)) });
      return {};
    },

    async printPassphrase({ userId, language }, context) {
      const { name } = await accountOf(context, userId);
      context.detail({ name });
      if (shown?.userId !== userId) throw new AppError({ kind: 'not-found' });
      const { passphrase } = shown;
      const { name: clinicName } = await ports.readClinic(context.register.database.read);
      const date = dateAt(context.clock.now());
      const sheet = passphraseSheet({ name, passphrase, clinicName, language, date });
      const outcome = await context.host.printOnPaper(sheet);
      if (outcome === 'no-printer') throw ruleBroken('no-printer', {});
      context.detail({ printed: outcome === 'printed' });
      return { outcome };
    },
  };
}

/** Where the vault is, and the vault as the session has it now. */
function here({ register }: TaskContext): [VaultPlace, OpenVault] {
  return [register.place, register.vault];
}

/** @throws AppError `not-found` */
async function accountOf(context: TaskContext, userId: string): Promise<Account> {
  const account = (await listAccounts(...here(context))).find(({ id }) => id === userId);
  if (!account) throw new AppError({ kind: 'not-found' });
  return account;
}

/** Only a manager decides who sees health profiles. */
async function managerOf(context: TaskContext, userId: string): Promise<Account> {
  const found = (await listAccounts(...here(context))).find(({ id }) => id === userId);
  if (found?.status === 'active' && found.roles.includes('manager')) return found;
  throw new AppError({ kind: 'invalid-input', fields: { decidedBy: 'not-a-choice' } });
}
