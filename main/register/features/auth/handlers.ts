import type { Contract } from '#shared/contract.ts';
import type { SignedInPerson } from '#shared/features/auth/contract.ts';
import { ruleBroken } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import { recoveryKeyGroups } from '#shared/values/recovery-key.ts';
import type { Queries } from '../../database/database.ts';
import { doorState } from '../../door-state.ts';
import type { Seed } from '../../feature-module.ts';
import type { Notify } from '../../notify.ts';
import { type OpenRegister, openRegister } from '../../open-register.ts';
import { recoverySheet } from '../../recovery-sheet.ts';
import type { DoorContext, Handlers } from '../../rpc/handlers.ts';
import type { ShownRecoveryKey } from '../../shown-recovery-key.ts';
import { changePassword, chooseOwnPassword } from '../../vault/own-password.ts';
import { recover } from '../../vault/recover.ts';
import { unlock } from '../../vault/unlock.ts';
import { createRegister } from './create-register.ts';
import { readOffice } from './store.ts';

export interface AuthPorts {
  /** What the features put into a new register. */
  readonly seeds: readonly Seed[];
  /** The key of a register that is being set up. */
  readonly shownKey: ShownRecoveryKey;
  readonly notify: Notify;
  signInsOf(
    db: Queries,
    userId: string,
    limit: number,
  ): Promise<{ sequence: number; at: string; workstation: string | null }[]>;
  failedTries(db: Queries, userId: string, afterSequence: number): Promise<string[]>;
}

/** How many sign-ins, and how many failed tries, a person sees of their own. */
const ownSignIns = 10;
const ownFailures = 50;

export function authHandlers(ports: AuthPorts): Handlers<Contract['auth']> {
  const { seeds, shownKey } = ports;

  return {
    status: (_input, { place, workstation }) => doorState(place, workstation),

    async newRecoveryKey() {
      return { groups: shownKey.show() };
    },

    async printRecoveryKey({ language, clinicName }, { host, clock }) {
      const groups = shownKey.groups();
      const sheet = recoverySheet({ groups, clinicName, language, date: dateAt(clock.now()) });
      const outcome = await host.printOnPaper(sheet);
      if (outcome === 'no-printer') throw ruleBroken('no-printer', {});
      return { outcome };
    },

    async createRegister({ clinic, person, recoveryGroups }, context) {
      const recoveryKey = shownKey.typedBack(recoveryGroups);
      const input = { clinic, person, recoveryKey, now: context.clock.now() };
      const register = await createRegister(context.place, input, seeds, context.newId);
      shownKey.drop();
      return signIn(register, context);
    },

    async unlock({ who, password }, context) {
      return signIn(await openRegister(context.place, await unlock(context.place, who, password)), context);
    },

    async chooseOwnPassword({ who, oneTimePassphrase, newPassword }, context) {
      const { place } = context;
      const vault = await chooseOwnPassword(place, who, oneTimePassphrase, newPassword);
      return signIn(await openRegister(place, vault), context);
    },

    async recover({ recoveryKey, userId, newPassword }, context) {
      const recovered = await recover(context.place, recoveryKey, { userId, newPassword });
      const register = await openRegister(context.place, recovered.open);
      const facts = { by: recovered.open.user.name, workstation: context.workstation };
      const occasion = { now: context.clock.now(), newId: context.newId };
      // Before the person is in: whoever holds the paper cannot keep it from the managers.
      await ports.notify(register, { kind: 'recovery-key-used', facts, to: 'managers' }, occasion);
      const person = await signIn(register, context);
      return { person, newRecoveryKey: recoveryKeyGroups(recovered.recoveryKey) };
    },

    async ownSignIns(_input, { db, actor }) {
      const signIns = await ports.signInsOf(db, actor.id, ownSignIns);
      const failed = await ports.failedTries(db, actor.id, signIns[1]?.sequence ?? 0);
      return {
        signIns: signIns.map(({ at, workstation }) => ({ at, workstation })),
        failedTries: failed.slice(0, ownFailures),
      };
    },

    async session(_input, { db, actor }) {
      return {
        userId: actor.id,
        name: actor.name,
        roles: [...actor.roles],
        ...(await readOffice(db)),
      };
    },

    async changePassword({ oldPassword, newPassword }, { register }) {
      await changePassword(register.place, register.vault, { current: oldPassword, next: newPassword });
      return {};
    },
  };
}

async function signIn(register: OpenRegister, context: DoorContext): Promise<SignedInPerson> {
  const { id, name, roles } = register.vault.user;
  const office = await readOffice(register.database.read);
  context.signIn(register, office.idleMinutes);
  return { userId: id, name, roles: [...roles], ...office };
}
