import type { Administered } from '../vault/administration.ts';
import type { TaskContext } from './handlers.ts';

/** The session goes on with the changed vault, and the database learns its epoch: an older vault is refused from now on. */
export async function takeOver(context: TaskContext, { rosterEpoch, open }: Administered): Promise<void> {
  context.replaceRegister({ ...context.register, vault: open });
  await context.register.database.write((tx) =>
    tx
      .updateTable('register_info')
      .set({ roster_epoch: rosterEpoch })
      .where('roster_epoch', '<', rosterEpoch)
      .execute(),
  );
}
