import type { Contract } from '#shared/contract.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { readClinic, readIdleMinutes, writeIdleMinutes } from './store.ts';

export const settingsHandlers: Handlers<Contract['settings']> = {
  async clinic(_input, { db }) {
    return readClinic(db);
  },

  async idleMinutes(_input, { db }) {
    return { minutes: await readIdleMinutes(db) };
  },

  async setIdleMinutes({ minutes }, { tx, actor, now, detail, lockWhenIdleFor }) {
    detail({ from: await readIdleMinutes(tx), to: minutes });
    await writeIdleMinutes(tx, minutes, { actorId: actor.id, now });
    lockWhenIdleFor(minutes);
    return { minutes };
  },
};
