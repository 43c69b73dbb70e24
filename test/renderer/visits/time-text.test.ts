import { expect, test } from 'vitest';
import { parseTime, timeText } from '#renderer/features/visits/log/time-text.ts';

test.each([
  ['14.30', '14:30'],
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  [' 9 ', '09:00'],
  ['0.05', '00:05'],
  ['24.00', null],
  ['12.60', null],
  ['12.5', null],
  ['aamulla', null],
  ['', null],
])('%j is read as %j', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test('a time is shown as it is written in Finnish, and what is no time as it was typed', () => {
  expect(timeText('09:05')).toBe('9.05');
  expect(timeText('aamulla')).toBe('aamulla');
});
