import { open } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';

/**
 * Rotates the key once, and dies by kill -9 (or finds the disk full) just before the chosen one of the
 * moments in which something becomes durable: the syncs of files and folders.
 */
const [folder = '', how = 'kill', moment = '0'] = process.argv.slice(2);
const client = testClient(folder);
await client.call('auth', 'unlock', { who: { typedName: people.all.name }, password: testPassword });

const handle = await open(folder);
const prototype = Object.getPrototypeOf(handle) as typeof handle;
await handle.close();
const { sync } = prototype;
let seen = 0;
const isMoment = () => {
  seen += 1;
  return seen === Number(moment);
};
prototype.sync = async function (this: typeof handle) {
  if (isMoment()) await interrupt();
  await sync.call(this);
};

async function interrupt(): Promise<void> {
  if (how === 'full') throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

const reply = await client.reply('keys', 'rotate', {});
prototype.sync = sync;
const search = await client.reply('customers', 'search', { text: uuidv7().slice(0, 4), limit: 1 });
process.send?.({ outcome: reply.ok ? 'done' : reply.fault.kind, goesOn: search.ok, moments: seen });
process.exit(0);
