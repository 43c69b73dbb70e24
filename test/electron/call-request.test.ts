import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '#main/electron/call-request.ts';

const request = () => ({ requestId: uuidv7(), feature: 'customers', name: 'search', input: { text: 'a' } });

test('a request of the page passes as it was sent, with the draft of its form or without', () => {
  const sent = request();
  expect(checkRequest(sent)).toEqual(sent);
  const fromForm = { ...sent, draftId: uuidv7() };
  expect(checkRequest(fromForm)).toEqual(fromForm);
});

describe('a request is refused with', () => {
  test.each([
    ['an actor', { actor: 'x' }],
    ['a client of its own choice', { clientId: 'x' }],
    ['a role', { roles: ['admin'] }],
    ['a constructor', { constructor: {} }],
    ['an id that is no UUIDv7', { requestId: '0b6c4f2e-8a55-4c1e-9f4e-2d2f6a1b3c4d' }],
    ['an id that is a list', { requestId: [uuidv7()] }],
    ['a feature that reaches for the prototype', { feature: '__proto__' }],
    ['a feature with a path in it', { feature: 'customers.search' }],
    ['a draft that is no UUIDv7', { draftId: 'x' }],
    ['a draft of nothing', { draftId: undefined }],
    ['a name of a kibibyte', { name: 'a'.repeat(1024) }],
    ['a name that is a number', { name: 1 }],
    ['a mebibyte of text', { input: 'x'.repeat(1024 * 1024) }],
    ['a mebibyte of list', { input: Array.from({ length: 600_000 }, () => 1) }],
    ['a whole number without end', { input: { n: 1n } }],
    ['a circle', { input: circle() }],
    ['nesting without end', { input: nested(100_000) }],
  ])('%s', (_what, part) => {
    expect(checkRequest({ ...request(), ...part })).toBeNull();
  });

  test.each(['requestId', 'feature', 'name'])('no %s', (key) => {
    const { [key as 'name']: _left, ...rest } = request();
    expect(checkRequest(rest)).toBeNull();
  });

  test('a prototype as a key of its own', () => {
    expect(
      checkRequest(JSON.parse(`{"__proto__": {"feature": "x"}, ${JSON.stringify(request()).slice(1)}`)),
    ).toBeNull();
  });
});

test('what goes on is plain JSON, whatever the page sends', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }), (input) => {
      const checked = checkRequest({ ...request(), input });
      if (checked !== null) expect(JSON.parse(JSON.stringify(checked.input))).toEqual(checked.input);
    }),
  );
});

test('anything else than a request is refused and never throws', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), (sent) => {
      expect(checkRequest(sent)).toBeNull();
    }),
  );
});

function circle(): unknown {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  return ring;
}

function nested(levels: number): unknown {
  let inner: unknown = 'x';
  for (let level = 0; level < levels; level++) inner = { a: inner };
  return inner;
}
