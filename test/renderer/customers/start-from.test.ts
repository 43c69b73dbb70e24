import { expect, it } from 'vitest';
import { emptyForm } from '#renderer/features/customers/form/form-values.ts';
import { startFrom } from '#renderer/features/customers/form/start-from.ts';

const today = '2026-11-18';

it.each([
  ['kuvitelm', { lastName: 'Kuvitelm' }],
  ['virta-mallikas aino helena', { lastName: 'Virta-Mallikas', firstNames: 'Aino Helena' }],
  ['von Testi', { lastName: 'Von', firstNames: 'Testi' }],
  ['140387-924p', { hetu: '140387-924P', birthDate: '1987-03-14' }],
  ['140387-924R', { hetu: '140387-924R' }],
  ['14.3.1987', { birthDate: '1987-03-14' }],
  ['14,3,1987', { birthDate: '1987-03-14' }],
  ['040 000 0182', { phone: '040 000 0182' }],
  ['aino@posti.example', { email: 'aino@posti.example' }],
  ['10482', {}],
  ['', {}],
])('a new customer searched as "%s" starts with it in its field', (typed, fields) => {
  expect(startFrom(typed, today)).toEqual({ ...emptyForm, ...fields });
});
