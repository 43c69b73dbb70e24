import type { Contract } from '#shared/contract.ts';
import type { Progress, SignedIn } from '#shared/rpc/bridge.ts';
import type { Host } from '#shared/rpc/host.ts';
import type { Clock } from '../clock.ts';
import type { Notify } from '../notify.ts';
import type { VaultPlace } from '../vault/vault-place.ts';
import type { Log } from './faults.ts';
import type { AllHandlers } from './handlers.ts';

/** What dispatch needs from outside; the same in the register process, in tests and in the bench. */
export interface Surroundings {
  readonly contract: Contract;
  readonly handlers: AllHandlers;
  readonly notify: Notify;
  readonly place: VaultPlace;
  readonly workstation: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly hostFor: (clientId: string) => Host;
  readonly onProgress: (clientId: string, progress: Progress) => void;
  readonly onSession: (clientId: string, signedIn: SignedIn | null) => void;
  readonly log: Log;
}
