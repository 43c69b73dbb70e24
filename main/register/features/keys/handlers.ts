import type { Contract } from '#shared/contract.ts';
import type { Queries } from '../../database/database.ts';
import type { Notify } from '../../notify.ts';
import type { Handlers, TaskContext } from '../../rpc/handlers.ts';
import type { ShownRecoveryKey } from '../../shown-recovery-key.ts';
import { printRecoveryKey, takeRecoveryKey } from './renew-recovery-key.ts';
import { rotateKey } from './rotate-key.ts';

export interface KeysPorts {
  readonly shownKey: ShownRecoveryKey;
  readonly notify: Notify;
  readonly readClinic: (db: Queries) => Promise<{ readonly name: string }>;
}

export function keysHandlers({ shownKey, notify, readClinic }: KeysPorts): Handlers<Contract['keys']> {
  const tellManagers = (context: TaskContext, kind: 'database-key-changed' | 'recovery-key-renewed') => {
    const { register, actor, clock, newId } = context;
    const notice = { kind, facts: { by: actor.name }, to: 'managers' } as const;
    return notify(register, notice, { now: clock.now(), newId });
  };

  return {
    async rotate(_input, context) {
      await rotateKey(context);
      await tellManagers(context, 'database-key-changed');
      return {};
    },

    async newRecoveryKey() {
      return { groups: shownKey.show() };
    },

    async printRecoveryKey({ language }, context) {
      const { name } = await readClinic(context.register.database.read);
      const sheet = { groups: shownKey.groups(), clinicName: name, language };
      return { outcome: await printRecoveryKey(context, sheet) };
    },

    async renewRecoveryKey({ recoveryGroups }, context) {
      await takeRecoveryKey(context, shownKey.typedBack(recoveryGroups));
      shownKey.drop();
      await tellManagers(context, 'recovery-key-renewed');
      return {};
    },
  };
}
