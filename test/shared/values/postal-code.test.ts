import { expect, it } from 'vitest';
import { isFinnishPostalCode, postalCodeSchema } from '#shared/values/postal-code.ts';

it('takes five digits with spaces around', () => {
  expect(postalCodeSchema.parse(' 13100 ')).toBe('13100');
  expect(isFinnishPostalCode('13100')).toBe(true);
});

it.each(['1310', '131000', '1310A', '13 100'])('refuses %s', (typed) => {
  expect(postalCodeSchema.safeParse(typed).error?.issues[0]?.message).toBe('postal-code-format');
});
