import type { Page } from 'playwright';
import { type LaunchedApp, launchApp } from '#test/support/app.ts';
import { callBridge } from '#test/support/bridge.ts';
import { staff } from '../fiction/register.ts';

/** Starts the app on a data folder and signs in below the screens; the window then shows the search. */
export async function signedInWindow(dataDir: string): Promise<LaunchedApp> {
  const launched = await launchApp({ dataDir });
  try {
    const [{ name, password }] = staff;
    await bridgeValue(launched.page, 'auth', 'unlock', { who: { typedName: name }, password });
    await launched.page.reload();
    await launched.page.getByRole('combobox').waitFor();
    return launched;
  } catch (error) {
    await launched.close();
    throw error;
  }
}

/** @throws what the register answered, when it refused */
export async function bridgeValue(
  page: Page,
  feature: string,
  name: string,
  input: unknown = {},
): Promise<unknown> {
  const reply = await callBridge(page, feature, name, input);
  if (!reply.ok) throw new Error(`${feature}.${name}: ${JSON.stringify(reply.fault)}`);
  return reply.value;
}

/** @returns the id of one customer */
export async function anyCustomer(page: Page): Promise<string> {
  const found = (await bridgeValue(page, 'customers', 'search', { text: 'a', limit: 1 })) as {
    hits: { id: string }[];
  };
  const [hit] = found.hits;
  if (!hit) throw new Error('the register has no customer');
  return hit.id;
}

/** A customer's card on the screen, with everything that it reads. */
export async function showCard(page: Page, customerId: string): Promise<void> {
  await page.evaluate((id) => {
    location.hash = `#/customers/${id}/details`;
  }, customerId);
  await page.getByRole('tabpanel').waitFor();
}
