import { uuidv7 } from 'uuidv7';
import { systemClock } from '#main/register/clock.ts';
import { testClient } from '../client.ts';
import { registerCustomer } from '../customers.ts';
import { testHost } from '../host.ts';
import { type CrashMessage, crashPerson, type Deed } from './deeds.ts';

/**
 * A register process that saves customers without end while the long deed goes on beside, until it is killed. It
 * tells of a customer only when the answer "saved" has come.
 */
const [folder = '', deed = 'commands', copies = ''] = process.argv.slice(2) as [string, Deed, string];
const host = testHost();
host.folder = copies;
const client = testClient(folder, { clock: { ...systemClock, advance: () => undefined }, host });
const tell = (message: CrashMessage) => process.send?.(message);

async function forEver(work: () => Promise<unknown>): Promise<never> {
  for (;;) await work();
}

async function saveOne(): Promise<string> {
  const lastName = `Kaatumaton ${uuidv7().slice(-6)}`;
  const id = await registerCustomer(client, { lastName });
  tell({ kind: 'saved', id, lastName });
  return id;
}

/** What goes on beside the saving; `migration` is the sign-in itself. */
const deeds: Record<Deed, (customerId: string) => Promise<unknown>> = {
  commands: saveOne,
  migration: saveOne,
  rotation: () => client.call('keys', 'rotate', {}),
  backup: () => client.call('backup', 'run', {}),
  export: (customerId) => client.call('reports', 'exportCustomer', { customerId }),
};

async function workOn(customerId: string): Promise<never> {
  for (;;) {
    tell({ kind: 'deed-begun' });
    await deeds[deed](customerId);
    tell({ kind: 'deed-ended' });
  }
}

tell({ kind: 'signing-in' });
await client.call('auth', 'unlock', {
  who: { typedName: crashPerson.name },
  password: crashPerson.password,
});
tell({ kind: 'signed-in' });
const first = await saveOne();
if (deed === 'backup') await client.call('backup', 'choosePlace', {});
await Promise.all([forEver(saveOne), workOn(first)]);
