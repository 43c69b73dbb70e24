import { uuidv7 } from 'uuidv7';
import { contract } from '#shared/contract.ts';
import type { FromRegister, ToRegister } from '#shared/rpc/bridge.ts';
import { systemClock } from './clock.ts';
import { notify } from './features/notices/notify.ts';
import { handlersOf, registerFeatures } from './features.ts';
import { HostClient } from './host-client.ts';
import { createDispatch, type Dispatch } from './rpc/dispatch.ts';
import { vaultPlace } from './vault/vault-place.ts';

/** The one thing that Electron's utility process adds to Node, named here so that nothing imports Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToRegister }) => void): void;
  postMessage(message: FromRegister): void;
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort;
const send = (message: FromRegister) => port.postMessage(message);
const host = new HostClient(send, uuidv7);
let dispatch: Dispatch | undefined;

function start({ folder, workstation }: Extract<ToRegister, { type: 'start' }>): void {
  dispatch = createDispatch({
    contract,
    handlers: handlersOf(registerFeatures()),
    notify,
    place: vaultPlace(folder, { monotonic: systemClock.monotonicMs, now: systemClock.now }),
    workstation,
    clock: systemClock,
    newId: uuidv7,
    hostFor: (clientId) => host.for(clientId),
    onProgress: (clientId, progress) => send({ type: 'progress', clientId, ...progress }),
    onSession: (clientId, signedIn) => send({ type: 'session', clientId, signedIn }),
    log: (level, message) => send({ type: 'log', level, message }),
  });
}

async function receive(message: ToRegister): Promise<void> {
  if (message.type === 'start') return start(message);
  if (message.type === 'host-reply') return host.answer(message.hostCallId, message.reply);
  if (message.type === 'cancel') return dispatch?.cancel(message.clientId, message.requestId);
  if (message.type === 'closing') {
    await dispatch?.close(message.reason);
    return send({ type: 'closing-done' });
  }
  const { clientId, request } = message;
  if (!dispatch) throw new Error('called before start');
  const reply = await dispatch.call(clientId, request);
  send({ type: 'reply', clientId, requestId: request.requestId, reply });
}

/** Electron only warns of a forgotten promise here: a process in an unknown state must not go on serving. */
process.on('unhandledRejection', (reason) => {
  send({
    type: 'log',
    level: 'error',
    message: `register stops: ${reason instanceof Error ? reason.name : 'rejection'}`,
  });
  process.exit(1);
});

port.on('message', ({ data }) => void receive(data));
send({ type: 'ready' });
