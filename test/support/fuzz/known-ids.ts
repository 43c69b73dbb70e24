import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const placeholder = /^known-id:([A-Za-z]*):(\d+)$/;
const placeOfNumber = /^known-sequence:(\d+)$/;
const placeOfGroup = /^known-group:(\d+)$/;
/** Stands for the recovery key that opens the register now. */
export const placeOfRecoveryKey = 'known-recovery-key';
/** Stands for the one-time passphrase that was handed out last. */
export const placeOfPassphrase = 'known-passphrase';

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

/** A place for a row of the log: mostly one that is marked as unusual. */
export const knownSequence = fc.nat({ max: 40 }).map((index) => `known-sequence:${index}`);

/** Two groups of the recovery key that was shown last, typed back as they stand on the paper. */
export const knownGroups = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 })
  .map((numbers) => numbers.map((number) => ({ number, text: `known-group:${number}` })));

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

/** The ids that a register has shown so far, by the word for the things that they name. */
export class KnownIds {
  readonly #byWord = new Map<string, string[]>();
  readonly #sequences: number[] = [];

  copy(): KnownIds {
    const copy = new KnownIds();
    for (const [word, ids] of this.#byWord) copy.#byWord.set(word, [...ids]);
    copy.#sequences.push(...this.#sequences);
    return copy;
  }

  /** Remembers every id in an answer; `word` is what the things are, when nothing inside says it. */
  learn(value: unknown, word: string, feature = word): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, word, feature);
    else if (typeof value === 'object' && value !== null) {
      this.#learnSequence(value);
      for (const [key, inner] of Object.entries(value)) {
        if (typeof inner === 'string' && uuid.test(inner)) {
          this.#add(key === 'id' ? word : wordOf(key), inner);
          this.#add(`shown by ${feature}`, inner);
        } else this.learn(inner, Array.isArray(inner) ? wordOf(key) : word, feature);
      }
    }
  }

  #learnSequence(row: object): void {
    const { sequence, marks } = row as { sequence?: unknown; marks?: unknown };
    if (typeof sequence !== 'number' || !Array.isArray(marks) || marks.length === 0) return;
    if (!this.#sequences.includes(sequence)) this.#sequences.push(sequence);
  }

  /**
   * The same input with an id in each place for one.
   * @param word what the procedure is about: what a bare `id` names
   */
  resolve(input: unknown, word = '', paper = nothing): unknown {
    if (typeof input === 'string') return this.#valueFor(input, word, paper);
    if (Array.isArray(input)) return input.map((item) => this.resolve(item, word, paper));
    if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype) {
      return input;
    }
    const resolved = {};
    for (const [key, value] of Object.entries(input)) {
      // Plain assignment would set the prototype where a hostile input has `__proto__` as a key of its own.
      Object.defineProperty(resolved, key, {
        value: this.resolve(value, word, paper),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return resolved;
  }

  #valueFor(text: string, word: string, { groups, recoveryKey, passphrase }: OnPaper): unknown {
    if (text === placeOfRecoveryKey) return recoveryKey;
    if (text === placeOfPassphrase) return passphrase;
    const group = placeOfGroup.exec(text)?.[1];
    if (group !== undefined) return groups[Number(group) - 1] ?? 'AAAA';
    const sequence = placeOfNumber.exec(text)?.[1];
    if (sequence !== undefined) return this.#sequences[Number(sequence) % this.#sequences.length] ?? 1;
    return this.#idFor(text, word);
  }

  #idFor(text: string, word: string): string {
    const [, key = '', index = '0'] = placeholder.exec(text) ?? [];
    if (key === '' && !placeholder.test(text)) return text;
    if (key === 'new') return uuidv7();
    const all = [...this.#byWord.values()].flat();
    const ids = this.#byWord.get(key === 'id' ? wordOfId(word, Number(index)) : wordOf(key)) ?? all;
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

/** A bare `id` names what the feature is about, or one of the other things that it has shown. */
function wordOfId(word: string, index: number): string {
  return index % 2 === 0 ? word : `shown by ${word}`;
}

/** `customerId`, `customers` → `customer`. */
function wordOf(key: string): string {
  const word = key.replace(/Id$/, '').replace(/s$/, '');
  return sameThing[word] ?? word;
}
