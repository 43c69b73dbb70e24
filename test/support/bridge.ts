import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import type { Bridge } from '#shared/rpc/bridge.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { readReply } from '#shared/rpc/reply-text.ts';
import { type Person, people, testPassword } from './people.ts';

/** Calls the bridge inside the page, as a script there would; the screens do not notice. */
export function callBridge(
  page: Page,
  feature: string,
  name: string,
  input: unknown = {},
): Promise<Reply<unknown>> {
  return sendToBridge(page, { requestId: uuidv7(), feature, name, input });
}

/** The value of such a call. @throws Error with the fault when it is refused */
export async function valueFromBridge<Value>(
  page: Page,
  feature: string,
  name: string,
  input: unknown = {},
): Promise<Value> {
  const reply = await callBridge(page, feature, name, input);
  if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
  return reply.value as Value;
}

/** Sends any value at all over the bridge. */
export async function sendToBridge(page: Page, request: unknown): Promise<Reply<unknown>> {
  const text = await page.evaluate((sent) => {
    const { vastaanotto } = window as unknown as { vastaanotto: Bridge };
    return vastaanotto.call(sent as Parameters<Bridge['call']>[0]);
  }, request);
  return readReply(text);
}

/** Signs in below the screens; a reload of the page then shows the desk. For a copy of the template register. */
export async function signInByBridge(page: Page, person: Person = 'all'): Promise<void> {
  const input = { who: { typedName: people[person].name }, password: testPassword };
  const reply = await callBridge(page, 'auth', 'unlock', input);
  if (!reply.ok) throw new Error(`sign-in refused: ${reply.fault.kind}`);
}
