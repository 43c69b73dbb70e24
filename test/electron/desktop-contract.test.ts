import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '#main/electron/call-request.ts';
import { callDesktop, type DesktopHandlers } from '#main/electron/desktop.ts';
import { desktopContract } from '#shared/desktop.ts';
import { brokenInputs, validInput } from '#test/support/fuzz/broken-inputs.ts';

const names = Object.keys(desktopContract) as (keyof typeof desktopContract)[];

/** Texts that no database could keep are harmless where nothing is kept: a text for the clipboard. */
const harmless = /^(half a character|a null character)/;

/** What reaches the handlers of main when a page sends this: nothing, or what the handler would get. */
async function reached(name: string, input: unknown): Promise<unknown[]> {
  const got: unknown[] = [];
  const handlers = Object.fromEntries(
    names.map((each) => [
      each,
      (checked: unknown) => {
        got.push(checked);
        throw new Error('reached');
      },
    ]),
  ) as unknown as DesktopHandlers;
  const request = checkRequest({ requestId: uuidv7(), feature: 'desktop', name, input });
  if (request) await callDesktop(handlers, request.name, request.input).catch(() => undefined);
  return got;
}

describe.each(names)('desktop.%s', (name) => {
  const valid = validInput(desktopContract[name], name);

  test('gets what its contract says', async () => {
    expect(await reached(name, valid)).toEqual([valid]);
  });

  test('gets nothing of what is wrong, whatever it is and wherever', async () => {
    const broken = brokenInputs(desktopContract[name], valid).filter(
      ([what, input]) => !harmless.test(what) && !meansNothingElse(input, valid),
    );
    for (const [what, input] of broken) expect([what, await reached(name, input)]).toEqual([what, []]);
  });
});

/** Over the bridge travels plain JSON: a class, or an input that is left out, arrives as what it holds. */
function meansNothingElse(input: unknown, valid: unknown): boolean {
  try {
    return JSON.stringify(input ?? {}) === JSON.stringify(valid);
  } catch {
    return false;
  }
}

test('a name that the contract does not know reaches nothing, also one of every object', async () => {
  for (const name of ['toString', 'constructor', 'hasOwnProperty', 'quit'])
    expect(await reached(name, {})).toEqual([]);
});
