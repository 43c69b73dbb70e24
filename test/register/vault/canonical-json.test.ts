import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalBytes, canonicalJson } from '#main/register/vault/canonical-json.ts';

test('the order of keys does not matter, the order of a list does', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: 'ä"\n' } })).toBe(
    '{"a":{"c":"ä\\"\\n","d":null},"b":[2,1]}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
});

test('a value left out and one that is undefined are the same, as in the file', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe('{"a":1}');
});

test('it is JSON for the same value', () => {
  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.maxSafeInteger(),
      fc.boolean(),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('value'), { maxLength: 4 }),
    map: fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  })).value;
  fc.assert(
    fc.property(plain, (value) => {
      // Through JSON first: it has no negative zero.
      const read = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(read))).toEqual(read);
    }),
    { seed: 20261122 },
  );
});

test.each([[1.5], [Number.NaN], [2 ** 53], [10n], [() => 1], [Symbol('x')]])(
  '%s has no canonical form',
  (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError);
  },
);

test('what is signed for one purpose is not the same bytes for another', () => {
  expect(canonicalBytes('slot', { a: 1 }).equals(canonicalBytes('roster', { a: 1 }))).toBe(false);
});
