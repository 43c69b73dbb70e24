import { uuidv7 } from 'uuidv7';
import { notify } from '#main/register/features/notices/notify.ts';
import { handlersOf, registerFeatures } from '#main/register/features.ts';
import { createDispatch, type Dispatch } from '#main/register/rpc/dispatch.ts';
import type { Log } from '#main/register/rpc/faults.ts';
import type { AllHandlers } from '#main/register/rpc/handlers.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { type Contract, contract, type Feature } from '#shared/contract.ts';
import type { Progress, SignedIn } from '#shared/rpc/bridge.ts';
import { AppError, type Reply } from '#shared/rpc/fault.ts';
import type { AnyProcedure, CallInput, CallOutput } from '#shared/rpc/procedure.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestHost, testHost } from './host.ts';

type ProcedureAt<F extends Feature, N extends keyof Contract[F]> = Extract<Contract[F][N], AnyProcedure>;

/** One window, calling the contract as the renderer would. */
export interface TestClient {
  readonly clock: TestClock;
  readonly host: TestHost;
  readonly progress: Progress[];
  /** @throws AppError the fault of a refused call */
  call<F extends Feature, N extends keyof Contract[F] & string>(
    feature: F,
    name: N,
    input: CallInput<ProcedureAt<F, N>>,
    requestId?: string,
    /** The request to which a change of restricted data belongs. */
    relatesTo?: string,
  ): Promise<CallOutput<ProcedureAt<F, N>>>;
  /** Any call at all, well-formed or not. */
  reply(
    feature: string,
    name: string,
    input: unknown,
    requestId?: string,
    relatesTo?: string,
  ): Promise<Reply<unknown>>;
  readonly dispatch: Dispatch;
  readonly clientId: string;
}

interface Around {
  /** What main would be told of this window. */
  onSession?: (signedIn: SignedIn | null) => void;
  clock?: TestClock;
  host?: TestHost;
  handlers?: AllHandlers;
  /** Gets what the register process would write into the program's log. */
  log?: Log;
}

export function testClient(folder: string, around: Around = {}): TestClient {
  const {
    clock = testClock(),
    host = testHost(),
    handlers = handlersOf(registerFeatures()),
    log = () => undefined,
    onSession = () => undefined,
  } = around;
  const progress: Progress[] = [];
  const clientId = uuidv7();
  const dispatch = createDispatch({
    contract,
    handlers,
    notify,
    place: vaultPlace(folder, {
      monotonic: clock.monotonicMs,
      now: clock.now,
      chooseCost: async () => minimumCost,
    }),
    workstation: 'TEST-1',
    clock,
    newId: uuidv7,
    hostFor: () => host,
    onProgress: (_client, step) => progress.push(step),
    onSession: (_client, signedIn) => onSession(signedIn),
    log,
  });
  const reply = (feature: string, name: string, input: unknown, requestId = uuidv7(), relatesTo?: string) =>
    dispatch.call(clientId, {
      requestId,
      feature,
      name,
      input,
      ...(relatesTo !== undefined && { relatesTo }),
    });
  return {
    clock,
    host,
    progress,
    dispatch,
    clientId,
    reply,
    async call(feature, name, input, requestId, relatesTo) {
      const answer = await reply(feature, name, input, requestId, relatesTo);
      if (!answer.ok) throw new AppError(answer.fault);
      return answer.value as never;
    },
  };
}
