import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';
import { notify } from '#main/register/features/notices/notify.ts';
import { type OpenRegister, openRegister } from '#main/register/open-register.ts';
import { addUser } from '#main/register/vault/accounts.ts';
import { renewRecoveryKey } from '#main/register/vault/recover.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import { readVault } from '#main/register/vault/unlock.ts';
import { readVaultFile } from '#main/register/vault/vault-file.ts';
import { everything } from '#shared/features/audit/log.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { fillRegister } from '../../../scripts/fiction/fill.ts';
import { type TestClient, testClient } from '../client.ts';
import { type TestClock, testClock } from '../clock.ts';
import { registerCustomer } from '../customers.ts';
import { testHost } from '../host.ts';
import { type Person, people } from '../people.ts';
import { createTemplate } from '../template.ts';
import type { OnPaper } from './known-ids.ts';
import { newcomer } from './texts.ts';
import { passwords, WaysIn } from './ways-in.ts';

const year = 365 * 86_400_000;

/**
 * A folder with a register of a few fictional customers, on copies of which inputs are tried.
 * @param people a register with the people of the tests, made anew when it is left out
 */
export async function fuzzTemplate(folder: string, people?: string): Promise<void> {
  if (people === undefined) await createTemplate(folder);
  else await cp(people, folder, { recursive: true });
  const ways = new WaysIn(folder);
  const register = await openRegister(ways.place, await ways.open());
  const staff = register.vault.user;
  const now = Date.parse(testClock().now());
  await fillRegister(register.database, {
    seed: 1,
    customers: 8,
    visitsPerCustomer: 2,
    consentsPerCustomer: 2,
    staff,
    now: now - year,
  });
  for (const by of ['Onni Keksilä', 'Marja Esimäki'])
    await notify(
      register,
      {
        kind: 'recovery-key-renewed',
        facts: { by },
        to: (await readVault(folder)).users.map(({ id }) => id),
      },
      { now: new Date(now).toISOString(), newId: uuidv7 },
    );
  await register.database.close();
}

/** One register with everybody signed in, each in a window of their own. */
export class World {
  readonly folder: string;
  readonly clock: TestClock;
  readonly logged: string[] = [];
  readonly #parent: string;
  readonly #clients = new Map<Person, TestClient>();
  readonly #ways: WaysIn;
  readonly #groups = new WeakMap<TestClient, readonly string[]>();
  #recoveryKey = '';
  #passphrase = '';
  #setUps = 0;
  #isSetUp = false;
  #userIds: ReadonlyMap<Person, string> = new Map();
  #atFirst: ReadonlyMap<Person, string> = new Map();
  #door: TestClient | null = null;
  #file = '';

  private constructor(parent: string) {
    this.#parent = parent;
    this.folder = join(parent, 'register');
    this.clock = testClock();
    this.#ways = new WaysIn(this.folder);
  }

  static async copyOf(template: string): Promise<World> {
    const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-fuzz-'));
    const world = new World(parent);
    await mkdir(join(parent, 'backups'));
    await cp(template, world.folder, { recursive: true });
    world.#userIds = await world.#ways.idsOfPeople();
    world.#file = await world.#databaseFile();
    const ways = world.#ways;
    world.#recoveryKey = newRecoveryKey();
    const { open } = await renewRecoveryKey(ways.place, await ways.open(), world.#recoveryKey);
    const added = await addUser(ways.place, open, { name: newcomer, roles: ['reception'] });
    ways.learn(added);
    world.#passphrase = added.oneTimePassphrase;
    world.#atFirst = await world.#standing();
    return world;
  }

  /**
   * A window in which nobody has signed in, but a recovery key has been made. Every second try to set up a register
   * finds a folder without one.
   */
  async doorWindow(action: string): Promise<TestClient> {
    const isSetUp = action === 'auth.createRegister' && this.#setUps++ % 2 === 1;
    if (isSetUp) await this.shutDoor(null);
    if (this.#door) return this.#door;
    this.#door = this.#newWindow(isSetUp ? join(this.#parent, `new-${this.#setUps}`) : this.folder);
    const { groups } = await this.#door.call('auth', 'newRecoveryKey', {});
    this.#groups.set(this.#door, groups);
    this.#isSetUp = isSetUp;
    return this.#door;
  }

  /** What a person at this window can have on paper. */
  paperOf(client: TestClient): OnPaper {
    return {
      groups: this.#groups.get(client) ?? [],
      recoveryKey: this.#recoveryKey,
      passphrase: this.#passphrase,
    };
  }

  /**
   * Leaves unsaved forms and an unusual look, for the procedures that are about those.
   * @returns the unusual rows of the log
   */
  async leaveTraces(client: TestClient): Promise<unknown> {
    for (const about of ['Aino', 'Bo', '']) {
      const draft = {
        id: uuidv7(),
        form: 'customers.register',
        subjectId: null,
        about,
        values: '{}',
      } as const;
      await client.call('drafts', 'save', draft);
    }
    const lastName = people.all.name.split(' ').at(-1) ?? '';
    await client.call('customers', 'card', { customerId: await registerCustomer(client, { lastName }) });
    await client.call('audit', 'review', {});
    return client.call('audit', 'list', { filter: { ...everything, unusual: true }, before: null });
  }

  /** To be called after each answer at the door, null for none: who came in goes out again. */
  async shutDoor(reply: Reply<unknown> | null): Promise<void> {
    const door = this.#door;
    if (!door) return;
    const isOpen = this.#isSetUp || (reply?.ok === true && (await door.reply('auth', 'session', {})).ok);
    if (reply !== null && !isOpen) return;
    await door.dispatch.close();
    this.#door = null;
  }

  #newWindow(folder = this.folder): TestClient {
    const host = testHost();
    host.folder = join(this.#parent, 'backups');
    const log = (_level: string, message: string) => void this.logged.push(message);
    return testClient(folder, { clock: this.clock, host, log });
  }

  /** The person's window; null when none of our passwords lets them in. */
  async windowOf(person: Person): Promise<TestClient | null> {
    const present = this.#clients.get(person);
    if (present) return present;
    const userId = this.#userIds.get(person) ?? '';
    for (const password of passwords) {
      const client = this.#newWindow();
      this.clock.advance(3_600_000);
      const reply = await client.reply('auth', 'unlock', {
        who: { userId },
        password,
      });
      if (reply.ok) this.#clients.set(person, client);
      if (reply.ok) return client;
    }
    return null;
  }

  /** Whether the person can still come in, with the roles and the keys that they had at first. */
  async isAsMade(person: Person): Promise<boolean> {
    const isSame = (await this.#standing()).get(person) === this.#atFirst.get(person);
    return isSame && (await this.windowOf(person)) !== null;
  }

  /** What the vault says of each, but for the name. */
  async #standing(): Promise<ReadonlyMap<Person, string>> {
    const { users } = (await readVaultFile(this.folder)).roster.body;
    const saidOf = (id: string) => JSON.stringify({ ...users.find((user) => user.id === id), name: '' });
    return new Map([...this.#userIds].map(([person, id]) => [person, saidOf(id)]));
  }

  /** To be called after each answer: windows whose session or database file is gone are opened again when they are needed. */
  async settle(person: Person, isClosed: boolean): Promise<void> {
    if (isClosed) await this.#leave(person);
    const file = await this.#databaseFile();
    if (file !== this.#file) for (const other of [...this.#clients.keys()]) await this.#leave(other);
    this.#file = file;
  }

  async #databaseFile(): Promise<string> {
    return JSON.parse(await readFile(join(this.folder, 'vault.json'), 'utf8')).content.database.file;
  }

  async #leave(person: Person): Promise<void> {
    await this.#clients.get(person)?.dispatch.close();
    this.#clients.delete(person);
  }

  /** To be called with each value: a one-time passphrase or recovery key in it may be somebody's only way in. */
  learn(client: TestClient, action: string, value: unknown): void {
    this.#ways.learn(value);
    this.#passphrase =
      (value as { oneTimePassphrase?: string } | null)?.oneTimePassphrase ?? this.#passphrase;
    if (action === 'keys.newRecoveryKey') this.#groups.set(client, (value as { groups: string[] }).groups);
    if (action === 'keys.renewRecoveryKey') this.#recoveryKey = this.paperOf(client).groups.join('-');
    if (action === 'auth.recover')
      this.#recoveryKey = (value as { newRecoveryKey: string[] }).newRecoveryKey.join('-');
  }

  async #openBeside(): Promise<OpenRegister> {
    return openRegister(this.#ways.place, await this.#ways.open());
  }

  /** How many rows the log has of each outcome, as `action outcome`. */
  async auditCounts(): Promise<Map<string, number>> {
    const { database } = await this.#openBeside();
    try {
      const rows = await database.read
        .selectFrom('audit_events')
        .select(({ fn }) => ['action', 'outcome', fn.countAll<number>().as('rows')])
        .groupBy(['action', 'outcome'])
        .execute();
      return new Map(rows.map(({ action, outcome, rows: count }) => [`${action} ${outcome}`, count]));
    } finally {
      await database.close();
    }
  }

  /** What is broken in the register now; empty when it is whole. */
  async damage(): Promise<string[]> {
    const { database, vault } = await this.#openBeside();
    await database.close();
    return findDamageInFile(sqlcipherDriver, join(this.folder, vault.databaseFile), vault.databaseKey);
  }

  async remove(): Promise<void> {
    for (const person of [...this.#clients.keys()]) await this.#leave(person);
    await this.#door?.dispatch.close();
    await rm(this.#parent, { recursive: true, force: true, maxRetries: 5 });
  }
}
