import fc from 'fast-check';

/** Values that no field of ours holds, and that careless code takes for something else. */
const hostileValues: readonly unknown[] = [
  null,
  undefined,
  '',
  'NaN',
  Number.NaN,
  Number.POSITIVE_INFINITY,
  -0,
  2 ** 53,
  -(2 ** 31),
  1e308,
  0.1,
  1n,
  true,
  [],
  {},
  [[]],
  [null],
  '\ud800',
  'a\udc00b',
  '\u0000',
  'a\u0000b',
  new Date(0),
  new Map([['a', 1]]),
  () => 'x',
  Symbol('x'),
  Object.create(null),
  JSON.parse('{"__proto__": {"roles": ["admin"]}}'),
  { constructor: { prototype: { roles: ['admin'] } } },
  { toString: 'x', valueOf: 'x', toJSON: 'x' },
  'x'.repeat(70_000),
  Array.from({ length: 1000 }, () => 0),
];

const rarelyHostile: readonly unknown[] = [
  'ä'.repeat(1024 * 1024),
  Array.from({ length: 100_000 }, () => 0),
  nested(200),
];

export function nested(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level++) inner = level % 2 === 0 ? { a: inner } : [inner];
  return inner;
}

const hostile = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...hostileValues) },
  { weight: 1, arbitrary: fc.constantFrom(...rarelyHostile) },
  { weight: 8, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

type Change = {
  readonly at: number;
  readonly how: 'replace' | 'remove' | 'add' | 'wrap';
  readonly value: unknown;
};

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat({ max: 1000 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap'),
  value: hostile,
});

/** Each input with one to three places of it changed for the worse. */
export function mutated(inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(inputs, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([input, changes]) => changes.reduce(changed, input));
}

/** Nothing that was made for the procedure at all. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(hostile, fc.jsonValue({ maxDepth: 4 }));

type Path = readonly (string | number)[];

/** Every place within a value, itself included. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  const inner = isPlain(value) || Array.isArray(value) ? Object.entries(value) : [];
  return [
    path,
    ...inner.flatMap(([key, part]) => placesIn(part, [...path, Array.isArray(value) ? Number(key) : key])),
  ];
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** A copy in which `replace` has made something else of the value at the place; undefined takes its key away. */
export function changedAt(value: unknown, [key, ...rest]: Path, replace: (old: unknown) => unknown): unknown {
  if (key === undefined) return replace(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = changedAt(copy[key], rest, replace);
  return copy;
}

/** A copy without the key at the end of the path. */
export function without(value: unknown, path: Path): unknown {
  const key = path.at(-1);
  if (key === undefined) return undefined;
  return changedAt(value, path.slice(0, -1), (holder) => {
    if (Array.isArray(holder)) return holder.filter((_item, index) => index !== key);
    return Object.fromEntries(Object.entries(holder as object).filter(([name]) => name !== key));
  });
}

function changed(input: unknown, { at, how, value }: Change): unknown {
  const places = placesIn(input);
  const place = places[at % places.length] ?? [];
  if (how === 'remove') return without(input, place);
  return changedAt(input, place, (old) => {
    if (how === 'wrap') return [old];
    if (how === 'add' && isPlain(old)) return { ...old, unknownKey: value };
    return value;
  });
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
