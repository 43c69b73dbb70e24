import { systemClock } from '#main/register/clock.ts';
import { testClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { people, testPassword } from '#test/support/people.ts';

export type WorkNews =
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'saved'; readonly id: string }
  /** The lock is done: what calls were answered with that began before it and ended after it, and began after it. */
  | { readonly kind: 'locked'; readonly late: readonly string[] };

/** A register process in the middle of queries and an export, which locks when it is told to. */
const [folder = ''] = process.argv.slice(2);
const client = testClient(folder, { clock: { ...systemClock, advance: () => undefined } });
const tell = (news: WorkNews) => process.send?.(news);
let isLocked = false;
const late: string[] = [];

async function forEver(feature: string, name: string, input: unknown): Promise<void> {
  for (;;) {
    const reply = await client.reply(feature, name, input);
    if (isLocked) late.push(reply.ok ? `${feature}.${name} was answered` : reply.fault.kind);
    if (isLocked || !reply.ok) return;
  }
}

await client.call('auth', 'unlock', { who: { typedName: people.manager.name }, password: testPassword });
const id = await registerCustomer(client, { lastName: 'Kanarinen' });
tell({ kind: 'saved', id });
process.on('message', () => {
  void client.dispatch.close('locked-by-user').then(async () => {
    isLocked = true;
    await Promise.all(work);
    await forEver('customers', 'card', { customerId: id });
    tell({ kind: 'locked', late });
  });
});
const work = [
  forEver('reports', 'exportCustomer', { customerId: id }),
  forEver('customers', 'search', { text: 'kana', limit: 50 }),
  forEver('audit', 'ofCustomer', { customerId: id, beforeSequence: null }),
];
tell({ kind: 'signed-in' });
