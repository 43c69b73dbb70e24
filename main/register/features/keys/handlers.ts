import type { Contract } from '#shared/contract.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { rotateKey } from './rotate-key.ts';

export const keysHandlers: Handlers<Contract['keys']> = {
  async rotate(_input, context) {
    await rotateKey(context);
    return {};
  },
};
