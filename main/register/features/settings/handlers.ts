import type { Contract } from '#shared/contract.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { readClinic } from './store.ts';

export const settingsHandlers: Handlers<Contract['settings']> = {
  async clinic(_input, { db }) {
    return readClinic(db);
  },
};
