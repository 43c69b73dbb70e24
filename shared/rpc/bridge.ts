import type { HostCall, HostReply } from './host.ts';
import type { Family } from './procedure.ts';
import type { ReplyText } from './reply-text.ts';

/** One call from a window. `requestId` (UUIDv7) is made by the caller and names the call for ever. */
export interface CallRequest {
  requestId: string;
  feature: string;
  name: string;
  input: unknown;
  /** UUIDv7 of the draft of the form that this command saves: it goes in the same transaction. */
  draftId?: string;
  /** The request to which a change of a customer belongs whose processing is restricted. */
  relatesTo?: string;
}

/** `done` of `total` units; `stage` is the name of a text in the renderer. */
export interface Progress {
  requestId: string;
  stage: string;
  done: number;
  total: number;
}

export type DoorReason = 'locked-by-user' | 'idle' | 'suspended' | 'signed-out' | 'register-stopped';

/** What a window is told without asking. */
export type BridgeEvent =
  | ({ type: 'progress' } & Progress)
  /** The last moment for keeping unsaved forms; main waits half a second at most for `desktop.formsKept`. */
  | { type: 'door-closing' }
  | { type: 'door-closed'; reason: DoorReason; at: string }
  | { type: 'idle-warning'; secondsLeft: number }
  | { type: 'idle-warning-over' }
  | { type: 'stale'; families: Family[] };

/** All that the page can reach; set by the preload script as `window.vastaanotto`. */
export interface Bridge {
  call(request: CallRequest): Promise<ReplyText>;
  cancel(requestId: string): void;
  /** Calls `listener` for each event; the returned function stops it. */
  listen(listener: (event: BridgeEvent) => void): () => void;
}

/** IPC channels between page and main. Tests enumerate them. */
export const channels = {
  call: 'vastaanotto:call',
  cancel: 'vastaanotto:cancel',
  event: 'vastaanotto:event',
} as const;

/** What main needs to know of a signed-in window: never more than this. */
export interface SignedIn {
  userId: string;
  name: string;
  idleMinutes: number;
}

/** main → register process. `clientId` is the window; its session lives in the register process. */
export type ToRegister =
  | { type: 'start'; folder: string; appVersion: string; workstation: string }
  /** The door is on the screen: load all that the first call behind it will need. */
  | { type: 'prepare' }
  | { type: 'call'; clientId: string; request: CallRequest }
  | { type: 'cancel'; clientId: string; requestId: string }
  | { type: 'host-reply'; hostCallId: string; reply: HostReply }
  /** Finish audit bursts and sign the log; answered with `closing-done`, after which the process is killed. */
  | { type: 'closing'; reason: DoorReason };

/** register process → main. */
export type FromRegister =
  | { type: 'ready' }
  | { type: 'reply'; clientId: string; requestId: string; reply: ReplyText }
  | ({ type: 'progress'; clientId: string } & Progress)
  | { type: 'session'; clientId: string; signedIn: SignedIn | null }
  | { type: 'host-call'; hostCallId: string; clientId: string; call: HostCall }
  | { type: 'log'; level: 'info' | 'warn' | 'error'; message: string }
  | { type: 'closing-done' };
