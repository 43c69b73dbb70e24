import { uuidv7 } from 'uuidv7';
import { contract } from '#shared/contract.ts';
import type { FromRegister } from '#shared/rpc/bridge.ts';
import { systemClock } from './clock.ts';
import { notify } from './features/notices/notify.ts';
import { handlersOf, registerFeatures } from './features.ts';
import { HostClient } from './host-client.ts';
import { createDispatch, type Dispatch } from './rpc/dispatch.ts';
import type { VaultPlace } from './vault/vault-place.ts';

/** Every feature with the database below it, and the way to what it asks of the program around it. */
export interface WholeRegister {
  readonly dispatch: Dispatch;
  readonly host: HostClient;
}

export function wholeRegister(
  place: VaultPlace,
  workstation: string,
  send: (message: FromRegister) => void,
): WholeRegister {
  const host = new HostClient(send, uuidv7);
  const dispatch = createDispatch({
    contract,
    handlers: handlersOf(registerFeatures()),
    notify,
    place,
    workstation,
    clock: systemClock,
    newId: uuidv7,
    hostFor: (clientId) => host.for(clientId),
    onProgress: (clientId, progress) => send({ type: 'progress', clientId, ...progress }),
    onSession: (clientId, signedIn) => send({ type: 'session', clientId, signedIn }),
    log: (level, message) => send({ type: 'log', level, message }),
  });
  return { dispatch, host };
}
