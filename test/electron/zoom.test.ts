import { expect, test } from 'vitest';
import { zoomAfterKey } from '#main/electron/zoom.ts';

const key = (name: string, held: { control?: boolean; alt?: boolean } = { control: true }) => ({
  key: name,
  control: held.control ?? false,
  alt: held.alt ?? false,
  meta: false,
});

test('Ctrl + and − go by tenths and Ctrl 0 goes home', () => {
  expect(zoomAfterKey(1, key('+'))).toBe(1.1);
  expect(zoomAfterKey(1.1, key('+'))).toBe(1.2);
  expect(zoomAfterKey(1, key('-'))).toBe(0.9);
  expect(zoomAfterKey(1.7, key('0'))).toBe(1);
});

test('zoom stays between 80 and 200 per cent', () => {
  expect(zoomAfterKey(2, key('+'))).toBe(2);
  expect(zoomAfterKey(0.8, key('-'))).toBe(0.8);
});

test('other keys do not zoom, nor do these without Ctrl or with Alt', () => {
  expect(zoomAfterKey(1, key('l'))).toBeNull();
  expect(zoomAfterKey(1, key('+', {}))).toBeNull();
  expect(zoomAfterKey(1, key('0', { control: true, alt: true }))).toBeNull();
});
