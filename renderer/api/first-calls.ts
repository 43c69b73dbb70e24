import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import type { DesktopContract } from '#shared/desktop.ts';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { callBridge } from './bridge.ts';

export interface FirstCalls {
  readonly start: Promise<z.output<DesktopContract['start']['output']>>;
  readonly status: Promise<DoorState>;
}

/** What the page must know before it can paint. Made without the contracts, which are read later. */
export function firstCalls(): FirstCalls {
  const ask = (feature: string, name: string) => callBridge(feature, name, {}, uuidv7());
  return {
    start: ask('desktop', 'start') as FirstCalls['start'],
    status: ask('auth', 'status') as FirstCalls['status'],
  };
}
