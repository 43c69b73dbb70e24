import type { CallRequest, FromRegister, ToRegister } from '#shared/rpc/bridge.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { writeReply } from '#shared/rpc/reply-text.ts';
import { systemClock } from './clock.ts';
import { doorState } from './door-state.ts';
import { type VaultPlace, vaultPlace } from './vault/vault-place.ts';
import type { WholeRegister } from './whole-register.ts';

/** The one thing that Electron's utility process adds to Node, named here so that nothing imports Electron. */
interface ParentPort {
  on(event: 'message', listener: (event: { data: ToRegister }) => void): void;
  postMessage(message: FromRegister): void;
}

const port = (process as unknown as { parentPort: ParentPort }).parentPort;
const send = (message: FromRegister) => port.postMessage(message);
let started: { place: VaultPlace; workstation: string } | undefined;
let loading: Promise<WholeRegister> | undefined;
let whole: WholeRegister | undefined;

function start({ folder, workstation }: Extract<ToRegister, { type: 'start' }>): void {
  const place = vaultPlace(folder, { monotonic: systemClock.monotonicMs, now: systemClock.now });
  started = { place, workstation };
}

/** Features, database and native code, which the state of the door does without: the door is shown before them. */
function load(): Promise<WholeRegister> {
  if (!started) throw new Error('called before start');
  const { place, workstation } = started;
  loading ??= import('./whole-register.ts').then(({ wholeRegister }) => {
    whole = wholeRegister(place, workstation, send);
    return whole;
  });
  return loading;
}

async function receive(message: ToRegister): Promise<void> {
  switch (message.type) {
    case 'start':
      return start(message);
    case 'prepare':
      return void (await load());
    case 'host-reply':
      return whole?.host.answer(message.hostCallId, message.reply);
    case 'cancel':
      return whole?.dispatch.cancel(message.clientId, message.requestId);
    case 'closing':
      await (await loading)?.dispatch.close(message.reason);
      return send({ type: 'closing-done' });
    case 'call': {
      const { clientId, request } = message;
      // A call is handed over at once, without an await: a stop that follows it must find it running.
      const reply = await (whole ? whole.dispatch.call(clientId, request) : firstReply(clientId, request));
      return send({ type: 'reply', clientId, requestId: request.requestId, reply: writeReply(reply) });
    }
  }
}

/** The state of the door is told before all else is loaded, if nothing is wrong with it. */
async function firstReply(clientId: string, request: CallRequest): Promise<Reply<unknown>> {
  const { feature, name, input } = request;
  const isStatus = feature === 'auth' && name === 'status' && JSON.stringify(input) === '{}';
  if (isStatus && started && !loading) {
    const value = await doorState(started.place, started.workstation).catch(() => null);
    if (value) return { ok: true, value };
  }
  return (await load()).dispatch.call(clientId, request);
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
