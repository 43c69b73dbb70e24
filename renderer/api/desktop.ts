import { uuidv7 } from 'uuidv7';
import type { z } from 'zod';
import { type DesktopContract, desktopContract } from '#shared/desktop.ts';
import { callBridge } from './bridge.ts';

type Input<N extends keyof DesktopContract> = z.input<DesktopContract[N]['input']>;
type Output<N extends keyof DesktopContract> = z.output<DesktopContract[N]['output']>;
type Arguments<I> = Record<string, never> extends I ? [input?: I] : [input: I];

type Desktop = {
  readonly [N in keyof DesktopContract]: (...args: Arguments<Input<N>>) => Promise<Output<N>>;
};

/** What main does for its window: lock, sign out, theme and language, the clipboard. */
export const desktop = Object.fromEntries(
  Object.keys(desktopContract).map((name) => [
    name,
    (input: unknown = {}) => callBridge('desktop', name, input, uuidv7()),
  ]),
) as unknown as Desktop;
