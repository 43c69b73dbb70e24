import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cityOf } from '#renderer/app/city-of.ts';
import { postalCodes } from '../../scripts/postal-codes.mjs';

test('the list that is packed into the program is the one that the generator writes', () => {
  expect(readFileSync('renderer/data/postal-codes.json', 'utf8')).toBe(postalCodes());
});

test('a postal code gives its post office in the language of the program', async () => {
  expect(await cityOf('13100', 'fi')).toBe('Hämeenlinna');
  expect(await cityOf('13100', 'sv')).toBe('Tavastehus');
  expect(await cityOf('00100', 'sv')).toBe('Helsingfors');
  expect(await cityOf('22100', 'fi')).toBe('Mariehamn');
  expect(await cityOf('00100', 'en')).toBe('Helsinki');
});

test('a code that nobody has gives no city', async () => {
  expect(await cityOf('99998', 'fi')).toBeNull();
  expect(await cityOf('1310', 'fi')).toBeNull();
  expect(await cityOf('constructor', 'fi')).toBeNull();
});
