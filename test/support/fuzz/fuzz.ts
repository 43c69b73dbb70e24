import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { contract } from '#shared/contract.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import type { AnyProcedure, FeatureContract } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import type { TestClient } from '../client.ts';
import { type Person, people } from '../people.ts';
import { problemWith, problemWithLog } from './judge.ts';
import { KnownIds } from './known-ids.ts';
import { garbage, mutated } from './mutations.ts';
import { likelyInputs, schemaOf } from './schema-inputs.ts';
import { World } from './world.ts';

export interface NamedProcedure {
  readonly feature: string;
  readonly name: string;
  readonly procedure: AnyProcedure;
}

/** Every procedure that the register has, so that a new one is covered the moment it is declared. */
export const procedures: readonly NamedProcedure[] = Object.entries(contract).flatMap(([feature, table]) =>
  Object.entries(table as FeatureContract).map(([name, procedure]) => ({ feature, name, procedure })),
);

export interface Failure {
  /** `feature.procedure` */
  readonly action: string;
  readonly problem: string;
  readonly who?: Person;
  readonly input?: unknown;
}

export interface FuzzOptions {
  /** Folder of a register made by `fuzzTemplate`; nothing in it is changed. */
  readonly template: string;
  /** What `explore` has learned of that register. */
  readonly known: KnownIds;
  /** Tried one after the other on the same copy of the register. */
  readonly procedures: readonly NamedProcedure[];
  /** Each gets a few likely inputs first, so that there is something to change, to take away and to give up. */
  readonly warmUp?: readonly NamedProcedure[];
  /** How many inputs each of them gets. */
  readonly inputs: number;
  /** The same seed gives the same inputs. */
  readonly seed: number;
}

export interface FuzzResult {
  readonly inputs: number;
  readonly failures: Failure[];
  /** How many inputs were served with a value, by `feature.procedure`. */
  readonly served: Map<string, number>;
}

const everybody = Object.keys(people) as Person[];
/** Milliseconds; the slowest work on a register of this size takes a tenth of it. */
const hangLimit = 30_000;
const hour = 3_600_000;
const warmUpInputs = 40;

/** Learns the ids of what is in the register, by asking everything that can be asked. */
export async function explore(template: string): Promise<KnownIds> {
  const world = await World.copyOf(template);
  try {
    const client = await world.windowOf('all');
    const known = new KnownIds();
    await client?.reply('backup', 'choosePlace', {});
    for (const round of [1, 2]) await askEverything(client, known, 12, round);
    return known;
  } finally {
    await world.remove();
  }
}

/** Sends each query so many likely inputs and remembers the ids in the answers. */
async function askEverything(client: TestClient | null, known: KnownIds, numRuns: number, seed: number) {
  for (const { feature, name, procedure } of procedures) {
    if (procedure.kind !== 'query') continue;
    for (const input of fc.sample(likelyInputs(schemaOf(procedure)), { numRuns, seed })) {
      const reply = await client?.reply(feature, name, known.resolve(input, wordFor(feature)));
      if (reply?.ok) known.learn(reply.value, wordFor(feature));
    }
  }
}

/** Sends inputs of every kind, as each person in turn, and looks at each answer and at what the register is afterwards. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const world = await World.copyOf(options.template);
  const run = new Run(world, options);
  try {
    await run.prime();
    const before = await world.auditCounts();
    for (const procedure of options.warmUp ?? []) await run.warmUp(procedure);
    for (const procedure of options.procedures) await run.tryOut(procedure, options.inputs);
    await run.examine(before);
    return run;
  } finally {
    await world.remove();
  }
}

/**
 * Which procedures are never served, with at most so many likely inputs each: the generator then lacks something for
 * them, and what lies behind their schema is not tried at all.
 */
export async function neverServed(
  options: Omit<FuzzOptions, 'inputs'> & { most: number },
): Promise<string[]> {
  const world = await World.copyOf(options.template);
  const run = new Run(world, options);
  try {
    await run.prime();
    for (const procedure of options.procedures) await run.reach(procedure, options.most);
    const actions = options.procedures.map(({ feature, name }) => `${feature}.${name}`);
    return actions.filter((action) => !run.served.has(action));
  } finally {
    await world.remove();
  }
}

class Run implements FuzzResult {
  inputs = 0;
  readonly failures: Failure[] = [];
  readonly served = new Map<string, number>();
  readonly #expectedRows = new Map<string, number>();
  readonly #ids: KnownIds;
  readonly #world: World;
  readonly #seed: number;

  constructor(world: World, { known, seed }: Pick<FuzzOptions, 'known' | 'seed'>) {
    this.#world = world;
    this.#ids = known.copy();
    this.#seed = seed;
  }

  /** Leaves in this copy what only a session can leave, and learns its ids. */
  async prime(): Promise<void> {
    const client = await this.#world.windowOf('all');
    await client?.reply('backup', 'choosePlace', {});
    if (client) await this.#world.leaveTraces(client);
    await askEverything(client, this.#ids, 1, 1);
  }

  async tryOut(named: NamedProcedure, count: number): Promise<void> {
    const likely = likelyInputs(schemaOf(named.procedure));
    const inputs = fc.oneof(
      { weight: 9, arbitrary: likely },
      { weight: 9, arbitrary: mutated(likely) },
      { weight: 2, arbitrary: garbage },
    );
    const seed = this.#seed + hashOf(`${named.feature}.${named.name}`);
    let index = 0;
    for (const input of fc.sample(inputs, { numRuns: count, seed })) {
      await this.#send(named, everybody[index % everybody.length] ?? 'all', input);
      // Now and then the door's delays have passed.
      this.#world.clock.advance(index % 8 === 0 ? hour : (index % 4) * 1000);
      index += 1;
    }
  }

  /** Sends a few likely inputs as one who may do everything; they do not count as inputs. */
  async warmUp(named: NamedProcedure): Promise<void> {
    const { inputs } = this;
    const seed = hashOf(`${named.feature}.${named.name}`);
    for (const input of fc.sample(likelyInputs(schemaOf(named.procedure)), { numRuns: warmUpInputs, seed }))
      await this.#send(named, 'all', input);
    this.inputs = inputs;
    this.served.delete(`${named.feature}.${named.name}`);
  }

  /** Sends likely inputs only, until one is served. */
  async reach(named: NamedProcedure, most: number): Promise<void> {
    const { feature, name, procedure } = named;
    const seed = this.#seed + hashOf(`${feature}.${name}`);
    const inputs = fc.sample(likelyInputs(schemaOf(procedure)), { numRuns: most, seed });
    for (const [index, input] of inputs.entries()) {
      if (this.served.has(`${feature}.${name}`)) return;
      await this.#send(named, everybody[(index + 3) % everybody.length] ?? 'all', input);
      this.#world.clock.advance(hour);
    }
  }

  /** @param likely with places for what only this register knows */
  async #send(named: NamedProcedure, who: Person, likely: unknown): Promise<void> {
    const { feature, name, procedure } = named;
    const action = `${feature}.${name}`;
    const isDoor = procedure.access === 'door';
    const client = isDoor ? await this.#world.doorWindow(action) : await this.#world.windowOf(who);
    if (client === null) return;
    const word = thingNamedBy[action] ?? wordFor(feature);
    const input = this.#ids.resolve(likely, word, this.#world.paperOf(client));
    const roles = isDoor ? [] : await rolesOf(client);
    const quiet = this.#world.logged.length;
    const reply = await inTime(client.reply(feature, name, input, uuidv7()));
    this.inputs += 1;
    const problem = reply === null ? 'no answer in time' : problemWith(procedure, roles, reply);
    if (problem !== null) this.failures.push({ action, problem, who, input });
    for (const line of this.#world.logged.slice(quiet)) {
      const said = problemWithLog(line);
      if (said !== null || problem !== null)
        this.failures.push({ action, problem: said ?? line, who, input });
    }
    if (isDoor) await this.#world.shutDoor(reply);
    else if (reply !== null) this.#expect(named, reply, roles);
    if (reply?.ok) {
      this.#world.learn(client, action, reply.value);
      this.served.set(action, (this.served.get(action) ?? 0) + 1);
      this.#ids.learn(input, wordFor(feature));
      this.#ids.learn(reply.value, wordFor(feature));
    }
    const isClosed = reply === null || (!reply.ok && ['locked', 'not-signed-in'].includes(reply.fault.kind));
    await this.#world.settle(who, isClosed);
  }

  /** Notes which rows an answer must have left in the audit log: one, or one for each of its two customers. */
  #expect({ feature, name, procedure }: NamedProcedure, reply: Reply<unknown>, roles: readonly Role[]): void {
    const isRefused = !reply.ok && !roles.some((role) => procedure.access.includes(role as never));
    const isLogged = procedure.audit.log === 'row' && !('repeat' in procedure.audit);
    if (!isRefused && !(reply.ok && isLogged)) return;
    const row = `${feature}.${name} ${isRefused ? 'refused' : 'done'}`;
    const hasTwo = reply.ok && 'otherCustomer' in procedure.audit;
    this.#expectedRows.set(row, (this.#expectedRows.get(row) ?? 0) + (hasTwo ? 2 : 1));
  }

  /** Looks at the whole register: is it sound, and is everything that was answered on record? */
  async examine(before: ReadonlyMap<string, number>): Promise<void> {
    for (const problem of await this.#world.damage()) this.failures.push({ action: 'register', problem });
    const after = await this.#world.auditCounts();
    for (const [row, expected] of this.#expectedRows) {
      const found = (after.get(row) ?? 0) - (before.get(row) ?? 0);
      const action = row.split(' ')[0] ?? row;
      if (found !== expected)
        this.failures.push({
          action,
          problem: `${found} rows "${row}" in the audit log, where ${expected} were due`,
        });
    }
  }
}

/** What a bare `id` names, where that is not what the feature is called after. */
const thingNamedBy: Readonly<Record<string, string>> = {
  'visits.setPractitionerTimes': 'practitioner',
  'visits.renamePractitioner': 'practitioner',
  'visits.removePractitioner': 'practitioner',
  'visits.editItem': 'item',
  'visits.setItemPrice': 'item',
  'visits.setItemTimes': 'item',
  'visits.removeItem': 'item',
};

/** `customers` → `customer`: what a feature's procedures speak of. */
function wordFor(feature: string): string {
  return feature.replace(/s$/, '');
}

/** What the session may do now: an administrator's change of roles is one of the things that are tried. */
async function rolesOf(client: TestClient): Promise<readonly Role[]> {
  const reply = await client.reply('auth', 'session', {});
  return reply.ok ? (reply.value as { roles: readonly Role[] }).roles : [];
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, hangLimit, null);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** FNV-1a, 32 bits: each procedure has inputs of its own, whatever else is tried before it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash;
}
