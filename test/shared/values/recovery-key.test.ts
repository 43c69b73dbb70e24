import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatRecoveryKey,
  parseRecoveryKey,
  recoveryKeyBytes,
  recoveryKeyGroups,
  sameRecoveryGroup,
} from '#shared/values/recovery-key.ts';

const keys = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const lapses: ((text: string) => string)[] = [
  (text) => text.toLowerCase(),
  (text) => text.replaceAll('-', ' '),
  (text) => text.replaceAll('-', ''),
  (text) => text.replaceAll('-', '\u2013'),
  (text) => text.replaceAll('0', 'O'),
  (text) => text.replaceAll('0', 'o'),
  (text) => text.replaceAll('1', 'I'),
  (text) => text.replaceAll('1', 'l'),
  (text) => `  ${[...text].join(' ')}\n`,
];

test('every key survives being written down, however it is typed back', () => {
  fc.assert(
    fc.property(keys, fc.subarray(lapses), (key, chosen) => {
      const typed = chosen.reduce((text, lapse) => lapse(text), formatRecoveryKey(key));
      expect(parseRecoveryKey(typed)).toEqual({ ok: true, key });
    }),
    { seed: 20261122 },
  );
});

test('a key is nine groups of four without letters that look like digits', () => {
  const text = formatRecoveryKey(new Uint8Array(recoveryKeyBytes).fill(0xa5));
  expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(recoveryKeyGroups(text.toLowerCase())).toEqual(text.split('-'));
});

test('one wrong character is always noticed', () => {
  fc.assert(
    fc.property(keys, fc.nat(35), fc.integer({ min: 1, max: 31 }), (key, at, shift) => {
      const characters = [...formatRecoveryKey(key).replaceAll('-', '')];
      characters[at] = alphabet[(alphabet.indexOf(characters[at] ?? '') + shift) % 32] ?? '';
      expect(parseRecoveryKey(characters.join(''))).toEqual({ ok: false, problem: 'checksum' });
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('two neighbours or two groups in the wrong order are always noticed', () => {
  fc.assert(
    fc.property(keys, fc.nat(34), fc.nat(7), fc.nat(7), (key, at, first, second) => {
      const text = formatRecoveryKey(key);
      const characters = [...text.replaceAll('-', '')];
      const swapped = [...characters];
      [swapped[at], swapped[at + 1]] = [characters[at + 1] ?? '', characters[at] ?? ''];
      const groups = recoveryKeyGroups(text);
      const reordered = [...groups];
      [reordered[first], reordered[second]] = [groups[second] ?? '', groups[first] ?? ''];
      for (const wrong of [swapped.join(''), reordered.join('')]) {
        expect(parseRecoveryKey(wrong).ok).toBe(wrong === characters.join(''));
      }
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('the parser says what is wrong', () => {
  const text = formatRecoveryKey(new Uint8Array(recoveryKeyBytes).fill(7));
  expect(parseRecoveryKey('')).toEqual({ ok: false, problem: 'length' });
  expect(parseRecoveryKey(text.slice(0, -1))).toEqual({ ok: false, problem: 'length' });
  expect(parseRecoveryKey(`${text}7`)).toEqual({ ok: false, problem: 'length' });
  expect(parseRecoveryKey(`UÄ${text.slice(2)}`)).toEqual({
    ok: false,
    problem: 'characters',
    characters: 'UÄ',
  });
  expect(parseRecoveryKey(`${text.slice(0, -1)}Z`)).toEqual({ ok: false, problem: 'checksum' });
});

test('a group asked back is compared as tolerantly as the whole key', () => {
  expect(sameRecoveryGroup(' 0a1b', '0A1B')).toBe(true);
  expect(sameRecoveryGroup('OAIB', '0A1B')).toBe(true);
  expect(sameRecoveryGroup('0A1C', '0A1B')).toBe(false);
});
