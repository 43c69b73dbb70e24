import type { Contract } from '#shared/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { markSeen, unseenNotices } from './store.ts';

const most = 50;

export const noticesHandlers: Handlers<Contract['notices']> = {
  async mine(_input, { db, actor }) {
    return { notices: await unseenNotices(db, actor.id, most) };
  },

  async acknowledge({ id }, { tx, actor, now }) {
    if (!(await markSeen(tx, actor.id, id, now))) throw new AppError({ kind: 'not-found' });
    return {};
  },
};
