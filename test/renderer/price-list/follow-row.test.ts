import { expect, test } from 'vitest';
import { followRow } from '#renderer/features/price-list/follow-row.ts';

const before = { name: 'Hieronta', minutes: '60', unitPriceCents: 6200, vatClass: 'general' };

test('what was typed stays when the row changes, and fields that nobody touched follow it', () => {
  const typed = { ...before, name: 'Hieronta kotona' };
  const row = { ...before, name: 'Hieronta 45', minutes: '45', vatClass: null };
  expect(followRow<typeof typed | typeof row>(before, typed, row)).toEqual({
    ...row,
    name: 'Hieronta kotona',
  });
});

test('a field that was emptied was typed too', () => {
  const typed = { ...before, minutes: '', unitPriceCents: null };
  expect(followRow<typeof typed | typeof before>(before, typed, { ...before, minutes: '45' })).toEqual(typed);
});
