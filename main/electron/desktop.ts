import type { z } from 'zod';
import { type DesktopContract, desktopContract } from '#shared/desktop.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { issuesByField } from '#shared/rpc/issue-codes.ts';

type Name = keyof DesktopContract;

/** One handler for each procedure of the desktop contract; a missing one does not compile. */
export type DesktopHandlers = {
  [N in Name]: (
    input: z.output<DesktopContract[N]['input']>,
  ) => z.input<DesktopContract[N]['output']> | Promise<z.input<DesktopContract[N]['output']>>;
};

/** Serves what main itself does for its window. Throws only what a handler throws. */
export async function callDesktop(
  handlers: DesktopHandlers,
  name: string,
  input: unknown,
): Promise<Reply<unknown>> {
  if (!isName(name)) return { ok: false, fault: { kind: 'not-found' } };
  const parsed = desktopContract[name].input.safeParse(input);
  if (!parsed.success) {
    return { ok: false, fault: { kind: 'invalid-input', fields: issuesByField(parsed.error.issues) } };
  }
  const handle = handlers[name] as (checked: unknown) => unknown;
  return { ok: true, value: desktopContract[name].output.parse(await handle(parsed.data)) };
}

function isName(name: string): name is Name {
  return Object.hasOwn(desktopContract, name);
}
