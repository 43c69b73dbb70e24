import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const placeholder = /^known-id:([A-Za-z]*):(\d+)$/;

/**
 * A place for an id: mostly of a thing that exists. Which one is decided when the input is sent, so that the same
 * seed means the same things in every register.
 */
export function knownId(key: string): fc.Arbitrary<string> {
  const known = fc.nat({ max: 40 }).map((index) => `known-id:${key}:${index}`);
  const taken = fc.constantFrom(
    '00000000-0000-7000-8000-000000000000',
    'ffffffff-ffff-7fff-bfff-ffffffffffff',
  );
  const fresh = fc.constant('known-id:new:0');
  // A thing that is being made has a new id; everything else is spoken of by the id of one that exists.
  const weights = key === 'id' ? { fresh: 5, known: 4 } : { fresh: 1, known: 10 };
  return fc.oneof(
    { weight: weights.known, arbitrary: known },
    { weight: weights.fresh, arbitrary: fresh },
    { weight: 1, arbitrary: taken },
  );
}

/** The ids that a register has shown so far, by the word for the things that they name. */
export class KnownIds {
  readonly #byWord = new Map<string, string[]>();

  /** Remembers every id in an answer; `word` is what the things are, when nothing inside says it. */
  learn(value: unknown, word: string): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, word);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string' && uuid.test(inner))
          this.#add(key === 'id' ? word : wordOf(key), inner);
        else this.learn(inner, Array.isArray(inner) ? wordOf(key) : word);
      }
    }
  }

  /** The same input with an id in each place for one. */
  resolve(input: unknown): unknown {
    if (typeof input === 'string') return this.#idFor(input);
    if (Array.isArray(input)) return input.map((item) => this.resolve(item));
    if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) {
      return input;
    }
    const resolved = {};
    for (const [key, value] of Object.entries(input)) {
      // Plain assignment would set the prototype where a hostile input has `__proto__` as a key of its own.
      Object.defineProperty(resolved, key, {
        value: this.resolve(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return resolved;
  }

  #idFor(text: string): string {
    const [, key = '', index = '0'] = placeholder.exec(text) ?? [];
    if (key === '' && !placeholder.test(text)) return text;
    if (key === 'new') return uuidv7();
    const all = [...this.#byWord.values()].flat();
    const ids = this.#byWord.get(wordOf(key)) ?? all;
    return ids[Number(index) % ids.length] ?? uuidv7();
  }

  #add(word: string, id: string): void {
    const ids = this.#byWord.get(word) ?? [];
    if (!ids.includes(id)) ids.push(id);
    this.#byWord.set(word, ids);
  }
}

/** What is sold is an item, and who is found or is like another is a customer. */
const sameThing: Readonly<Record<string, string>> = { service: 'item', hit: 'customer', except: 'customer' };

/** `customerId`, `customers` → `customer`. */
function wordOf(key: string): string {
  const word = key.replace(/Id$/, '').replace(/s$/, '');
  return sameThing[word] ?? word;
}
