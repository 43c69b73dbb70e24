import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { openRegister } from '#main/register/open-register.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { testClient } from '#test/support/client.ts';
import { crashPerson } from '#test/support/crash/deeds.ts';
import { createOldRegister } from '#test/support/crash/old-register.ts';
import { ainoMallikas } from '#test/support/customers.ts';
import { leaveFree } from '#test/support/small-disk.ts';

/** Meets a disk that is really full, on a small one of its own, and tells what was answered and what is left. */
const [disk = '', scene = ''] = process.argv.slice(2);
const folder = join(disk, 'register');
const said = (reply: Reply<unknown>) => (reply.ok ? 'done' : reply.fault.kind);

function signIn(client = testClient(folder)) {
  const who = { typedName: crashPerson.name };
  return client.reply('auth', 'unlock', { who, password: crashPerson.password });
}

/** Makes the register of today from the old one, closed as a lock closes it. */
async function presentRegister(): Promise<void> {
  const client = testClient(folder);
  await client.call('auth', 'unlock', {
    who: { typedName: crashPerson.name },
    password: crashPerson.password,
  });
  await client.dispatch.close();
  const { database } = await openedBeside();
  await database.close();
}

async function openedBeside() {
  const place = vaultPlace(folder);
  return openRegister(place, await unlock(place, { typedName: crashPerson.name }, crashPerson.password));
}

const databases = async () => (await readdir(folder)).filter((name) => /^register-.*\.db$/.test(name));

/** What the next sign-in finds, with room again. */
async function left() {
  await rm(join(disk, 'filler'), { force: true });
  const files = await databases();
  const { database, vault } = await openedBeside();
  const rows = await database.read.selectFrom('customers').select('id').execute();
  await database.close();
  const problems = await findDamageInFile(
    sqlcipherDriver,
    join(folder, vault.databaseFile),
    vault.databaseKey,
  );
  return {
    // Those that stood there before the sign-in removed what nothing names.
    files: files.length,
    isNamed: (await databases()).join() === vault.databaseFile,
    keyEpoch: vault.keyEpoch,
    customers: rows.map(({ id }) => id),
    problems,
  };
}

const scenes: Record<string, () => Promise<unknown>> = {
  async start() {
    await presentRegister();
    await leaveFree(disk, 0);
    const status = said(await testClient(folder).reply('auth', 'status', {}));
    const full = said(await signIn());
    const after = await left();
    return { status, full, after, again: said(await signIn()) };
  },

  async save() {
    await presentRegister();
    const client = testClient(folder);
    await signIn(client);
    await leaveFree(disk, 0);
    const saved: string[] = [];
    let refused = '';
    const save = async (id: string) =>
      said(await client.reply('customers', 'register', { id, form: ainoMallikas, consents: [] }));
    for (let turn = 0; turn < 3000 && refused === ''; turn += 1) {
      const id = uuidv7();
      const answer = await save(id);
      if (answer === 'done') saved.push(id);
      else refused = answer;
    }
    const session = said(await client.reply('auth', 'session', {}));
    await rm(join(disk, 'filler'));
    const later = uuidv7();
    const again = await save(later);
    await client.dispatch.close();
    return { refused, session, again, saved: [...saved, later], after: await left() };
  },

  async migration() {
    const steps: unknown[] = [];
    const old = join(disk, 'old');
    await cp(folder, old, { recursive: true });
    for (let free = 0; free < 6_000_000; free += 100_000) {
      await rm(folder, { recursive: true });
      await cp(old, folder, { recursive: true });
      await leaveFree(disk, free);
      const answer = said(await signIn());
      steps.push({ answer, files: (await databases()).length, after: await left() });
      if (answer === 'done') break;
    }
    return steps;
  },

  async rotation() {
    await presentRegister();
    const client = testClient(folder);
    await signIn(client);
    const steps: unknown[] = [];
    for (let free = 0; free < 6_000_000; free += 100_000) {
      await leaveFree(disk, free);
      const answer = said(await client.reply('keys', 'rotate', {}));
      const files = (await databases()).length;
      const session = said(await client.reply('auth', 'session', {}));
      steps.push({ answer, files, session, after: await left() });
      if (answer === 'done') break;
    }
    await client.dispatch.close();
    return steps;
  },
};

await mkdir(folder);
await createOldRegister(folder, { customers: 100, looks: 500 });
process.send?.(await scenes[scene]?.());
process.disconnect?.();
