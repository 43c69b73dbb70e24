import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { isPlain } from './mutations.ts';
import { type Sighting, sightingsIn, wordOf } from './sightings.ts';

const placeOfId = /^known-id:([A-Za-z]*):(\d+)$/;
const placeOfNumber = /^known-sequence:(\d+)$/;
const placeOfGroup = /^known-group:(\d+)$/;
/** Stands for the recovery key that opens the register now. */
export const placeOfRecoveryKey = 'known-recovery-key';
/** Stands for the one-time passphrase that was handed out last. */
export const placeOfPassphrase = 'known-passphrase';

/** A place for what the thing that an input is about was last seen to have in a field; `otherwise` when it has none. */
class Shown {
  readonly key: string;
  readonly index: number;
  readonly otherwise: unknown;

  constructor(key: string, index: number, otherwise: unknown) {
    this.key = key;
    this.index = index;
    this.otherwise = otherwise;
  }
}

/** A place for the ids of a whole list, as far as it is like the rest of the input. */
class Whole {
  readonly key: string;
  readonly index: number;
  readonly otherwise: unknown;

  constructor(key: string, index: number, otherwise: unknown) {
    this.key = key;
    this.index = index;
    this.otherwise = otherwise;
  }
}

const anyIndex = fc.nat({ max: 5000 });

/**
 * A place for an id: mostly of a thing that exists. Which one is decided when the input is sent, so that the same
 * seed means the same things in every register.
 */
export function knownId(key: string, isMade = key === 'id'): fc.Arbitrary<string> {
  const known = anyIndex.map((index) => `known-id:${key}:${index}`);
  const taken = fc.constantFrom(
    '00000000-0000-7000-8000-000000000000',
    'ffffffff-ffff-7fff-bfff-ffffffffffff',
  );
  const fresh = fc.constant('known-id:new:0');
  // A thing that is being made has a new id; everything else is spoken of by the id of one that exists.
  const weights = isMade ? { fresh: 6, known: 5 } : { fresh: 1, known: 20 };
  return fc.oneof(
    { weight: weights.known, arbitrary: known },
    { weight: weights.fresh, arbitrary: fresh },
    { weight: 1, arbitrary: taken },
  );
}

/** A place for a row of the log: mostly one that is marked as unusual. */
export const knownSequence = fc.nat({ max: 40 }).map((index) => `known-sequence:${index}`);

/** Two groups of the recovery key that was shown last, typed back as they stand on the paper. */
export const knownGroups = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 })
  .map((numbers) => numbers.map((number) => ({ number, text: `known-group:${number}` })));

/** Mostly the value that stands in the field of this name of the thing that the input is about. */
export function mostlyShown(key: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const shown = fc.tuple(anyIndex, values).map(([index, value]) => new Shown(key, index, value));
  return fc.oneof({ weight: 6, arbitrary: shown }, { weight: 1, arbitrary: values });
}

/** Sometimes the ids of all that a list has shown. */
export function sometimesWhole(key: string, lists: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const whole = fc.tuple(anyIndex, lists).map(([index, list]) => new Whole(key, index, list));
  return fc.oneof(whole, lists);
}

/** Inputs with the values that the thing has which they are about, as a form sends back what it has shown. */
export function asShown(inputs: fc.Arbitrary<object>): fc.Arbitrary<unknown> {
  return fc.tuple(anyIndex, inputs).map(([index, input]) => {
    const fields = Object.entries(input);
    return Object.fromEntries(
      fields.map(([key, value]) => [key, isPlace(value) ? value : new Shown(key, index, value)]),
    );
  });
}

function isPlace(value: unknown): boolean {
  if (typeof value === 'string') return placeOfId.test(value);
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' || isPlace(item));
  return typeof value === 'object' && value !== null;
}

/** What is written on paper and not in the register. */
export interface OnPaper {
  /** The groups of the key that the window has shown. */
  readonly groups: readonly string[];
  /** The key that opens the register. */
  readonly recoveryKey: string;
  /** The one-time passphrase that was handed out last. */
  readonly passphrase: string;
}

const nothing: OnPaper = { groups: [], recoveryKey: '', passphrase: '' };

interface Resolving {
  /** What a bare `id` names. */
  readonly word: string;
  readonly paper: OnPaper;
  /** What this part of the input is about. */
  readonly thing: Sighting | undefined;
  /** The object in which this part stands. */
  readonly within: object;
}

const mostOfAWord = 60;
const mostLists = 4;

/** What a register has shown so far. */
export class KnownIds {
  /** By word, newest last. */
  readonly #things = new Map<string, Map<string, Sighting>>();
  readonly #ids = new Map<string, Set<string>>();
  readonly #lists = new Map<string, Sighting[][]>();
  readonly #sequences: number[] = [];
  /** When each id was last in a served command, counted up. */
  readonly #spokenOf = new Map<string, number>();

  copy(): KnownIds {
    const copy = new KnownIds();
    for (const [word, things] of this.#things) copy.#things.set(word, new Map(things));
    for (const [word, ids] of this.#ids) copy.#ids.set(word, new Set(ids));
    for (const [word, lists] of this.#lists) copy.#lists.set(word, [...lists]);
    copy.#sequences.push(...this.#sequences);
    for (const [id, when] of this.#spokenOf) copy.#spokenOf.set(id, when);
    return copy;
  }

  /** Remembers what an answer shows: `word` is what it is, when nothing inside says it. */
  learn(answer: unknown, word: string, asked: unknown = {}): void {
    const seen = sightingsIn(answer, word, asked);
    for (const thing of seen) this.#remember(thing);
    for (const list of new Set(seen.flatMap((thing) => (thing.list && thing.id ? [thing.list] : [])))) {
      const things = seen.filter((thing) => thing.list === list);
      const lists = this.#lists.get(things[0]?.word ?? '') ?? [];
      this.#lists.set(things[0]?.word ?? '', [...lists, things].slice(-mostLists));
    }
  }

  /** Remembers the things that a served command has made, and of which it was. */
  learnMade(input: unknown, answer: unknown, word: string): void {
    const when = Math.max(0, ...this.#spokenOf.values()) + 1;
    for (const thing of [...sightingsIn(input, word), ...sightingsIn(answer, '')]) {
      for (const id of thing.ids.values()) this.#spokenOf.set(id, when);
    }
    for (const thing of sightingsIn(input, word)) if (thing.id !== undefined) this.#remember(thing);
  }

  #remember(thing: Sighting): void {
    const things = this.#things.get(thing.word) ?? new Map<string, Sighting>();
    const old = things.get(thing.key);
    things.delete(thing.key);
    things.set(thing.key, {
      ...thing,
      ids: new Map([...(old?.ids ?? []), ...thing.ids]),
      fields: { ...old?.fields, ...thing.fields },
    });
    const [oldest] = things.keys();
    if (things.size > mostOfAWord && oldest !== undefined) things.delete(oldest);
    this.#things.set(thing.word, things);
    // An empty answer shows nothing, also not that there is what was asked for.
    const shown = thing.id === undefined ? [] : thing.ids;
    for (const [word, id] of shown) this.#ids.set(word, (this.#ids.get(word) ?? new Set()).add(id));
    this.#rememberSequence(thing.fields);
  }

  #rememberSequence({ sequence, marks }: Sighting['fields']): void {
    if (typeof sequence !== 'number' || !Array.isArray(marks) || marks.length === 0) return;
    if (!this.#sequences.includes(sequence)) this.#sequences.push(sequence);
  }

  /**
   * The same input with something in each place: where one thing was seen that has all that an object asks for, its ids,
   * its version and its values.
   * @param word what a bare `id` names
   */
  resolve(input: unknown, word = '', paper = nothing): unknown {
    return this.#resolve(input, { word, paper, thing: undefined, within: {} });
  }

  #resolve(input: unknown, at: Resolving): unknown {
    if (input instanceof Shown) return this.#shown(input, at);
    if (input instanceof Whole) return this.#whole(input, at);
    if (typeof input === 'string') return this.#valueFor(input, at);
    if (Array.isArray(input)) return input.map((item) => this.#resolve(item, { ...at, thing: undefined }));
    if (!isPlain(input)) return input;
    const inside = { ...at, thing: this.#thingFor(input, at.word) ?? at.thing, within: input };
    const resolved = {};
    for (const [key, value] of Object.entries(input)) {
      // Plain assignment would set the prototype where a hostile input has `__proto__` as a key of its own.
      Object.defineProperty(resolved, key, {
        value: this.#resolve(value, inside),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return resolved;
  }

  /**
   * One of those things that have most of the ids which the object asks for, and of its fields; often the one of which
   * a command was last.
   */
  #thingFor(input: object, bare: string): Sighting | undefined {
    const places = placesOfIds(input);
    const shown = Object.values(input).find((value) => value instanceof Shown);
    const index = (places[0] ?? shown)?.index ?? 0;
    // Now and then ids that have nothing to do with each other.
    if (index % 8 === 0) return undefined;
    const keys = Object.keys(input).map((key) => (isVersion(key) ? 'version' : key));
    const hasFields = places.length === 0 || index % 3 !== 0;
    let best: Sighting[] = [];
    let most = 1;
    for (const thing of this.#allThings()) {
      const covered = places.filter(({ key }) => idOf(thing, key, bare) !== undefined).length;
      const alike = keys.filter((key) => key in thing.fields && (hasFields || key === 'version')).length;
      const isAsked = places.some(({ key }) => thing.id !== undefined && idOf(thing, key, bare) === thing.id);
      const score = covered === 0 && places.length > 0 ? 0 : covered * 100 + (isAsked ? 50 : 0) + alike;
      if (score > most) best = [];
      if (score >= most) best.push(thing);
      most = Math.max(most, score);
    }
    const last = (thing: Sighting) =>
      Math.max(...places.map(({ key }) => this.#lastOf(idOf(thing, key, bare))));
    if (index % 5 < 2 && places.length > 0) return best.toSorted((a, b) => last(a) - last(b)).at(-1);
    return best[Math.floor(index / 120) % best.length];
  }

  #lastOf(id: string | undefined): number {
    return this.#spokenOf.get(id ?? '') ?? -1;
  }

  *#allThings(): Iterable<Sighting> {
    for (const things of this.#things.values()) yield* things.values();
  }

  #shown({ key, otherwise }: Shown, at: Resolving): unknown {
    const fields = at.thing?.fields ?? {};
    if (Object.hasOwn(fields, key)) return fields[key];
    if (isVersion(key) && typeof fields.version === 'number') return fields.version;
    return this.#resolve(otherwise, at);
  }

  #whole({ key, index, otherwise }: Whole, at: Resolving): unknown {
    const lists = this.#lists.get(isBare(key) ? at.word : wordOf(key)) ?? [];
    const list = lists[index % lists.length];
    if (!list) return this.#resolve(otherwise, at);
    const given = Object.entries(at.within).filter(([, value]) => typeof value !== 'object');
    return list
      .filter(({ fields }) => given.every(([name, value]) => !(name in fields) || fields[name] === value))
      .map(({ id }) => id);
  }

  #valueFor(text: string, at: Resolving): unknown {
    const { groups, recoveryKey, passphrase } = at.paper;
    if (text === placeOfRecoveryKey) return recoveryKey;
    if (text === placeOfPassphrase) return passphrase;
    const group = placeOfGroup.exec(text)?.[1];
    if (group !== undefined) return groups[Number(group) - 1] ?? 'AAAA';
    const sequence = placeOfNumber.exec(text)?.[1];
    if (sequence !== undefined) return this.#sequences[Number(sequence) % this.#sequences.length] ?? 1;
    return this.#idFor(text, at);
  }

  #idFor(text: string, { word, thing, within }: Resolving): string {
    const [, key = '', index = '0'] = placeOfId.exec(text) ?? [];
    if (key === '') return text;
    if (key === 'new') return uuidv7();
    // What moves a visit is itself no visit.
    if (isBare(key) && placesOfIds(within).some((place) => !isBare(place.key) && wordOf(place.key) === word))
      return uuidv7();
    const known = thing && idOf(thing, key, word);
    // The second customer of a move is another one.
    const isFirst = placesOfIds(within).find((place) => sameWord(place.key, key))?.key === key;
    if (known !== undefined && isFirst) return known;
    const all = [...(this.#ids.get(isBare(key) ? word : wordOf(key)) ?? this.#anyIds())];
    const ids = all.filter((id) => id !== known);
    return ids[Number(index) % ids.length] ?? uuidv7();
  }

  #anyIds(): string[] {
    return [...this.#ids.values()].flatMap((ids) => [...ids]);
  }
}

const isVersion = (key: string) => /version$/i.test(key);
const isBare = (key: string) => key === 'id' || key === 'ids';
const sameWord = (a: string, b: string) => isBare(a) === isBare(b) && wordOf(a) === wordOf(b);

/** What a thing has for the key; `bare` is what a bare `id` names. */
function idOf({ ids }: Sighting, key: string, bare: string): string | undefined {
  return ids.get(isBare(key) ? bare : wordOf(key));
}

/** The places of existing things among the values of an object. */
function placesOfIds(input: object): { key: string; index: number }[] {
  return Object.values(input).flatMap((value) => {
    const [, key, index] = typeof value === 'string' ? (placeOfId.exec(value) ?? []) : [];
    return key === undefined || key === 'new' ? [] : [{ key, index: Number(index) }];
  });
}
