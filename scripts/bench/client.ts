import { uuidv7 } from 'uuidv7';
import { systemClock } from '#main/register/clock.ts';
import { notify } from '#main/register/features/notices/notify.ts';
import { handlersOf, registerFeatures } from '#main/register/features.ts';
import { createDispatch } from '#main/register/rpc/dispatch.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { type Contract, contract, type Feature } from '#shared/contract.ts';
import type { Host } from '#shared/rpc/host.ts';
import type { AnyProcedure, CallInput, CallOutput } from '#shared/rpc/procedure.ts';
import { staff } from '../fiction/register.ts';

type ProcedureAt<F extends Feature, N extends keyof Contract[F]> = Extract<Contract[F][N], AnyProcedure>;

/** A signed-in window of the register process, without the windows around it. */
export interface Client {
  call<F extends Feature, N extends keyof Contract[F] & string>(
    feature: F,
    name: N,
    input: CallInput<ProcedureAt<F, N>>,
  ): Promise<CallOutput<ProcedureAt<F, N>>>;
}

/** @param host answers the few questions that a benchmark's tasks ask @param served to measure another policy */
export async function signedIn(
  folder: string,
  host: Partial<Host>,
  served: Contract = contract,
): Promise<Client> {
  const dispatch = createDispatch({
    contract: served,
    handlers: handlersOf(registerFeatures()),
    notify,
    place: vaultPlace(folder),
    workstation: 'BENCH-1',
    clock: systemClock,
    newId: uuidv7,
    hostFor: () => host as Host,
    onProgress: () => undefined,
    onSession: () => undefined,
    log: (_level, message) => console.error(message),
  });
  const client: Client = {
    async call(feature, name, input) {
      const reply = await dispatch.call('bench', { requestId: uuidv7(), feature, name, input });
      if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
      return reply.value as never;
    },
  };
  const [{ name, password }] = staff;
  await client.call('auth', 'unlock', { who: { typedName: name }, password });
  return client;
}
