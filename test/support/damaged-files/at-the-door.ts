import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoorState } from '#shared/features/auth/contract.ts';
import type { Fault, Reply } from '#shared/rpc/fault.ts';
import { type TestClient, testClient } from '../client.ts';
import { crashPerson } from '../crash/deeds.ts';
import { isSetAside, type Original, type Target } from './original.ts';

const clearRules = ['vault-damaged', 'vault-older-than-register', 'register-newer-than-app'];

/** Names damage, never the password. */
export function isClear(fault: Fault): boolean {
  if (fault.kind === 'rule-broken') return clearRules.includes(fault.rule);
  return fault.kind === 'storage-damaged';
}

/**
 * Goes the way of a person: sign-in screen, sign-in, and a backup, which reads every page. Each answer is the right one
 * or a clear fault, and after a fault the damaged file has been copied aside and is still what it was.
 * @returns what is wrong
 */
export async function problemAtTheDoor(
  folder: string,
  { files }: Original,
  target: Target,
): Promise<string | undefined> {
  const client = testClient(folder);
  const fault = await firstFault(client, join(folder, '..', 'copies'));
  if (fault === null) return undefined;
  if (typeof fault === 'string') return fault;
  if (!isClear(fault)) return `the door answered ${JSON.stringify(fault)}`;
  const damaged = files.find((file) => file.target === target);
  if (target === 'vault' && damaged && !damaged.bytes.equals(await readFile(join(folder, damaged.name))))
    return 'the vault was written to';
  const isEmpty = damaged?.bytes.length === 0;
  return isEmpty || (await isSetAside(folder)) ? undefined : 'no copy was set aside after a sign-in';
}

async function firstFault(client: TestClient, copies: string): Promise<Fault | string | null> {
  const who = { typedName: crashPerson.name };
  const faultOf = (reply: Reply<unknown>) => (reply.ok ? null : reply.fault);
  const status = await client.reply('auth', 'status', {});
  if (!status.ok) return `the sign-in screen answered ${JSON.stringify(status.fault)}`;
  const { register } = status.value as DoorState;
  const entered = faultOf(await client.reply('auth', 'unlock', { who, password: crashPerson.password }));
  if (entered) return entered;
  if (register !== 'present') return `the sign-in screen said ${register} of a register that opens`;
  await mkdir(copies, { recursive: true });
  client.host.folder = copies;
  const chosen = faultOf(await client.reply('backup', 'choosePlace', {}));
  const backup = chosen ?? faultOf(await client.reply('backup', 'run', {}));
  await client.dispatch.close();
  return backup;
}
