import fc from 'fast-check';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import { KnownIds } from './known-ids.ts';
import { changedAt, isPlain, nested, placesIn, valueAt, without } from './mutations.ts';
import { type JsonSchema, likelyInputs, schemaOf } from './schema-inputs.ts';

export type Broken = readonly [what: string, input: unknown];

/**
 * An input that the procedure's schema takes, with as much in it as can be.
 * @throws Error when none is found: `texts.ts` then lacks something believable for one of its fields
 */
export function validInput(procedure: Pick<AnyProcedure, 'input'>, name: string): unknown {
  const ids = new KnownIds();
  const tried = fc.sample(likelyInputs(schemaOf(procedure)), { numRuns: 2000, seed: 7 });
  const valid = tried
    .map((input) => ids.resolve(input))
    .filter((input) => procedure.input.safeParse(input).success);
  const [fullest] = valid.sort((a, b) => placesIn(b).length - placesIn(a).length);
  if (valid.length === 0) throw new Error(`no valid input was found for ${name}`);
  return fullest;
}

/** Everything that is wrong in one place each, made from a valid input; the schema tells what must be there. */
export function brokenInputs(procedure: Pick<AnyProcedure, 'input'>, valid: unknown): Broken[] {
  return [
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'customerId'],
    ['a number', 1],
    ['a list', []],
    ['itself in a list', [valid]],
    ['a list of pairs', Object.entries(valid as object)],
    ['deep nesting', { a: nested(200) }],
    ...missingKeys(valid, schemaOf(procedure)),
    ...placesIn(valid).flatMap((path) => brokenAt(valid, path)),
  ];
}

function missingKeys(valid: unknown, { properties = {}, required = [] }: JsonSchema): Broken[] {
  return Object.entries(properties).flatMap(([key, part]): Broken[] => {
    if (!isPlain(valid) || !(key in valid)) return [];
    const within = missingKeys(valid[key], part).map(
      ([what, input]): Broken => [what, { ...valid, [key]: input }],
    );
    return required.includes(key) ? [[`no ${key}`, without(valid, [key])], ...within] : within;
  });
}

function brokenAt(valid: unknown, path: readonly (string | number)[]): Broken[] {
  const where = path.length === 0 ? 'the input' : path.join('.');
  return replacements(valueAt(valid, path)).map(([what, value]) => [
    `${what} in ${where}`,
    changedAt(valid, path, () => value),
  ]);
}

/** What cannot stand in the place of a value. */
function replacements(value: unknown): Broken[] {
  if (isPlain(value)) {
    return [
      ['an unknown key', { ...value, unknownKey: 1 }],
      ['a prototype', Object.assign(JSON.parse('{"__proto__": {"roles": ["admin"]}}'), value)],
      ['a constructor', { ...value, constructor: { prototype: {} } }],
      ['a class of its own', Object.assign(Object.create({ inherited: 1 }), value)],
    ];
  }
  if (Array.isArray(value)) {
    const item = value[0] ?? 'x';
    return [
      ['100 000 items', Array.from({ length: 100_000 }, () => item)],
      ['a text for a list', 'x'],
      ['an object for a list', { length: 1, 0: item }],
    ];
  }
  if (typeof value === 'string') {
    return [
      ['a mebibyte', value + 'ä'.repeat(1024 * 1024)],
      ['half a character', `${value}\ud800`],
      ['a null character', `${value}\u0000`],
      ['a number for a text', 1],
      ['a list for a text', [value]],
      ['an object for a text', { toString: value }],
    ];
  }
  if (typeof value === 'number') {
    return [
      ['not a number', Number.NaN],
      ['an endless number', Number.POSITIVE_INFINITY],
      ['a number out of all range', 2 ** 60],
      ['a text for a number', String(value)],
      ['a big integer', BigInt(Math.trunc(value))],
    ];
  }
  return typeof value === 'boolean' ? [['a text for a truth value', String(value)]] : [];
}
