import type { Bridge, BridgeEvent, CallRequest } from '#shared/rpc/bridge.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { readReply } from '#shared/rpc/reply-text.ts';

declare global {
  interface Window {
    /** Set by the preload script; the page has no other way out. */
    vastaanotto: Bridge;
  }
}

export type EventOf<T extends BridgeEvent['type']> = Extract<BridgeEvent, { type: T }>;

/** What a command may carry beside its input: the draft of the form that it saves, the request that it belongs to. */
export type Beside = Pick<CallRequest, 'draftId' | 'relatesTo'>;

/**
 * One call over the bridge. A failed reply is thrown as `AppError`, so that queries, mutations and plain
 * `await` all meet faults in the same way.
 */
export async function callBridge(
  feature: string,
  name: string,
  input: unknown,
  requestId: string,
  beside: Beside = {},
): Promise<unknown> {
  const request = { requestId, feature, name, input, ...beside };
  const reply = readReply(await window.vastaanotto.call(request));
  if (!reply.ok) throw new AppError(reply.fault);
  return reply.value;
}

export function cancelCall(requestId: string): void {
  window.vastaanotto.cancel(requestId);
}

/** Calls `listener` for every event of one type; the returned function stops it. */
export function onBridgeEvent<T extends BridgeEvent['type']>(
  type: T,
  listener: (event: EventOf<T>) => void,
): () => void {
  return window.vastaanotto.listen((event) => {
    if (event.type === type) listener(event as EventOf<T>);
  });
}
