import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { byteText } from '#renderer/features/settings/byte-text.ts';
import { startLanguages } from '#renderer/locales/i18n.ts';
import type { Translate } from '#renderer/locales/use-texts.ts';

beforeAll(() => startLanguages('fi'));

const inFinnish = (bytes: number) => byteText(i18next.getFixedT('fi') as unknown as Translate, bytes);

test('the size of a copy is told in the unit that keeps it short', () => {
  expect(inFinnish(0)).toBe('0\u00a0t');
  expect(inFinnish(900)).toBe('900\u00a0t');
  expect(inFinnish(1500)).toBe('1,5\u00a0kt');
  expect(inFinnish(48_234_496)).toBe('48\u00a0Mt');
  expect(inFinnish(7_200_000_000_000)).toBe('7200\u00a0Gt');
});
