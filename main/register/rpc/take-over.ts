import type { OpenRegister } from '../open-register.ts';
import type { Administered } from '../vault/administration.ts';
import type { TaskContext } from './handlers.ts';

/** The session goes on with the changed vault, and the database learns its epoch. */
export async function takeOver(context: TaskContext, { open }: Administered): Promise<void> {
  context.replaceRegister({ ...context.register, vault: open });
  await rememberRosterEpoch(context.register);
}

/** From now on the database refuses a vault from before its present one. A sign-in would make up for it. */
export async function rememberRosterEpoch({ database, vault: { rosterEpoch } }: OpenRegister): Promise<void> {
  await database.write((tx) =>
    tx
      .updateTable('register_info')
      .set({ roster_epoch: rosterEpoch })
      .where('roster_epoch', '<', rosterEpoch)
      .execute(),
  );
}
