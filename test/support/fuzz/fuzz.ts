import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { contract } from '#shared/contract.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import type { AnyProcedure, FeatureContract } from '#shared/rpc/procedure.ts';
import type { Role } from '#shared/values/roles.ts';
import type { TestClient } from '../client.ts';
import { type Person, people } from '../people.ts';
import { problemWith, problemWithLog } from './judge.ts';
import { KnownIds, type OnPaper } from './known-ids.ts';
import { garbage, isPlain, mutated } from './mutations.ts';
import { likelyInputs, schemaOf } from './schema-inputs.ts';
import { answeredBy, thingOf } from './sightings.ts';
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
  /** Tried in turns on the same copy of the register, so that one makes what another changes or takes away. */
  readonly procedures: readonly NamedProcedure[];
  /** How many inputs each of them gets. */
  readonly inputs: number;
  /** The same seed gives the same inputs. */
  readonly seed: number;
  /** What need not be served: it takes more than chance, see there. */
  readonly mayMiss?: readonly string[];
}

export interface FuzzResult {
  readonly inputs: number;
  readonly failures: Failure[];
  /** How many inputs were served with a value, by `feature.procedure`. */
  readonly served: Map<string, number>;
  /**
   * What refused every likely input too: the generator then lacks something for it, and what lies behind its schema is
   * not tried at all.
   */
  readonly neverServed: string[];
}

const everybody = Object.keys(people) as Person[];
/** Milliseconds; the slowest work on a register of this size takes a tenth of it. */
const hangLimit = 30_000;
const hour = 3_600_000;
/** How many more likely inputs each procedure gets while one of them has served none. */
const mostToReach = 200;

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

/** Sends each query so many likely inputs and remembers what the answers show. */
async function askEverything(client: TestClient | null, known: KnownIds, numRuns: number, seed: number) {
  for (const { feature, name, procedure } of procedures) {
    if (procedure.kind !== 'query') continue;
    for (const likely of fc.sample(likelyInputs(schemaOf(procedure)), { numRuns, seed })) {
      const input = known.resolve(likely, thingOf(feature, name));
      const reply = await client?.reply(feature, name, input);
      if (reply?.ok) known.learn(reply.value, answeredBy(feature, name), input);
    }
  }
}

/** Sends inputs of every kind, as each person in turn, and looks at each answer and at what the register is afterwards. */
export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const run = new Run(await World.copyOf(options.template), options);
  try {
    await run.prime();
    await run.tryOut(options.procedures, options.inputs);
    await run.reach(options.procedures);
    await run.examine();
    return run;
  } finally {
    await run.end();
  }
}

class Run implements FuzzResult {
  inputs = 0;
  readonly neverServed: string[] = [];
  readonly failures: Failure[] = [];
  readonly served = new Map<string, number>();
  readonly #expectedRows = new Map<string, number>();
  readonly #options: FuzzOptions;
  readonly #seed: number;
  #world: World;
  #ids: KnownIds;
  #rowsBefore: ReadonlyMap<string, number> = new Map();
  #looks = 0;

  constructor(world: World, options: FuzzOptions) {
    this.#world = world;
    this.#options = options;
    this.#ids = options.known.copy();
    this.#seed = options.seed;
  }

  /** Leaves in this copy what only a session can leave, and learns its ids. */
  async prime(): Promise<void> {
    this.#ids = this.#options.known.copy();
    const client = await this.#world.windowOf('all');
    await client?.reply('backup', 'choosePlace', {});
    if (client) this.#ids.learn(await this.#world.leaveTraces(client), 'event');
    await askEverything(client, this.#ids, 1, 1);
    this.#rowsBefore = await this.#world.auditCounts();
  }

  /** Goes on in another copy when somebody cannot any more in this one: what is tried may take rights and people away. */
  async #renewFor(who: Person): Promise<void> {
    if (await this.#world.isAsMade(who)) return;
    await this.examine();
    await this.end();
    this.#world = await World.copyOf(this.#options.template);
    await this.prime();
  }

  end(): Promise<void> {
    return this.#world.remove();
  }

  /** Sends each of them so many inputs, one of each at a time. */
  async tryOut(tried: readonly NamedProcedure[], count: number): Promise<void> {
    const rows = tried.map((named) => ({ named, inputs: this.#inputsFor(named, count) }));
    for (let index = 0; index < count; index += 1) {
      const who = everybody[index % everybody.length] ?? 'all';
      await this.#renewFor(who);
      for (const { named, inputs } of rows) await this.#send(named, who, inputs[index]);
      // Now and then the door's delays have passed.
      this.#world.clock.advance(index % 8 === 0 ? hour : (index % 4) * 1000);
    }
  }

  #inputsFor({ feature, name, procedure }: NamedProcedure, count: number): unknown[] {
    const likely = likelyInputs(schemaOf(procedure));
    const inputs = fc.oneof(
      { weight: 9, arbitrary: valid },
      { weight: 9, arbitrary: mutated(likely) },
      { weight: 2, arbitrary: garbage },
    );
    return fc.sample(inputs, { numRuns: count, seed: this.#seed + hashOf(`${feature}.${name}`) });
  }

  /** Sends likely inputs only, in turns, until each procedure has served one; they do not count as inputs. */
  async reach(tried: readonly NamedProcedure[]): Promise<void> {
    const { inputs } = this;
    const { mayMiss = [] } = this.#options;
    const awaited = tried.filter(({ feature, name }) => !mayMiss.includes(`${feature}.${name}`));
    const missed = () => awaited.filter(({ feature, name }) => !this.served.has(`${feature}.${name}`));
    const rows = tried.map((named) => ({ named, likely: this.#likelyFor(named, mostToReach) }));
    for (let index = 0; index < mostToReach && missed().length > 0; index += 1) {
      const who = everybody[(index + 3) % everybody.length] ?? 'all';
      await this.#renewFor(who);
      for (const { named, likely } of rows) await this.#send(named, who, likely[index]);
      this.#world.clock.advance(index % 8 === 0 ? hour : 1000);
    }
    this.neverServed.push(...missed().map(({ feature, name }) => `${feature}.${name}`));
    this.inputs = inputs;
  }

  #likelyFor({ feature, name }: NamedProcedure, count: number): unknown[] {
    const seed = this.#seed + hashOf(`likely ${feature}.${name}`);
    return fc.sample(valid, { numRuns: count, seed });
  }

  /** @param likely with places for what only this register knows */
  async #send(named: NamedProcedure, who: Person, likely: unknown): Promise<void> {
    const { feature, name, procedure } = named;
    const action = `${feature}.${name}`;
    const isDoor = procedure.access === 'door';
    const client = isDoor ? await this.#world.doorWindow(action) : await this.#world.windowOf(who);
    if (client === null) return;
    const input = this.#resolve(named, likely, this.#world.paperOf(client));
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
      this.#learn(named, input, reply.value);
    }
    const isClosed = reply === null || (!reply.ok && ['locked', 'not-signed-in'].includes(reply.fault.kind));
    await this.#world.settle(who, isClosed);
    if (reply?.ok && procedure.kind !== 'query' && !isDoor) await this.#lookAgain(feature, input);
  }

  #resolve({ feature, name, procedure }: NamedProcedure, likely: unknown, paper?: OnPaper): unknown {
    const resolved = (input: unknown) => this.#ids.resolve(input, thingOf(feature, name), paper);
    if (!(likely instanceof Valid)) return resolved(likely);
    const inputs = likelyInputs(schemaOf(procedure));
    let input: unknown;
    for (let tries = 0; tries < mostTries; tries += 1) {
      input = resolved(fc.sample(inputs, { numRuns: 1, seed: likely.seed + tries })[0]);
      if (procedure.input.safeParse(input).success) break;
    }
    return input;
  }

  #learn({ feature, name, procedure }: NamedProcedure, input: unknown, value: unknown): void {
    const isQuery = procedure.kind === 'query';
    if (isQuery) this.#ids.learn(value, answeredBy(feature, name), input);
    else this.#ids.learnMade(input, value, thingOf(feature, name));
  }

  /** Shows the feature's pages anew after a change: what it was about has another version now, or is gone. */
  async #lookAgain(feature: string, change: unknown): Promise<void> {
    const client = await this.#world.windowOf('all');
    if (!client) return;
    this.#looks += 1;
    for (const named of procedures) {
      if (named.feature !== feature || named.procedure.kind !== 'query') continue;
      const [likely] = fc.sample(likelyInputs(schemaOf(named.procedure)), { numRuns: 1, seed: this.#looks });
      const input = withIdsOf(change, this.#resolve(named, likely));
      const roles = await rolesOf(client);
      const reply = await client.reply(feature, named.name, input);
      this.#expect(named, reply, roles);
      if (reply.ok) this.#learn(named, input, reply.value);
    }
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
  async examine(): Promise<void> {
    for (const problem of await this.#world.damage()) this.failures.push({ action: 'register', problem });
    const after = await this.#world.auditCounts();
    for (const [row, expected] of this.#expectedRows) {
      const found = (after.get(row) ?? 0) - (this.#rowsBefore.get(row) ?? 0);
      const action = row.split(' ')[0] ?? row;
      if (found !== expected)
        this.failures.push({
          action,
          problem: `${found} rows "${row}" in the audit log, where ${expected} were due`,
        });
    }
    this.#expectedRows.clear();
  }
}

/** Stands for a likely input that the schema takes: few of a long form pass its cross-checks by chance. */
class Valid {
  readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }
}

const valid = fc.nat().map((seed) => new Valid(seed));
const mostTries = 60;

/** The input about the same things as the change. */
function withIdsOf(change: unknown, input: unknown): unknown {
  if (!isPlain(change) || !isPlain(input)) return input;
  const shared = Object.keys(input).filter((key) => /Id$/.test(key) && typeof change[key] === 'string');
  return { ...input, ...Object.fromEntries(shared.map((key) => [key, change[key]])) };
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
