import { describe, expect, it } from 'vitest';
import { emptyForm } from '#renderer/features/customers/form/form-values.ts';
import { mergeForms } from '#renderer/features/customers/form/merge-forms.ts';

const base = { ...emptyForm, lastName: 'Mallikas', phone: '040 000 0182', email: 'aino@posti.example' };

describe('two people’s changes of one customer', () => {
  it('are both kept when they are of different fields', () => {
    const merge = mergeForms(base, { ...base, lastName: 'Virta' }, { ...base, phone: '050 000 0311' });
    expect(merge.merged).toEqual({ ...base, lastName: 'Virta', phone: '050 000 0311' });
    expect([merge.taken, merge.disputed]).toEqual([['phone'], []]);
  });

  it('of the same field are left for a person to choose, with the own value in the form', () => {
    const merge = mergeForms(base, { ...base, email: 'a@posti.example' }, { ...base, email: '' });
    expect(merge.merged.email).toBe('a@posti.example');
    expect([merge.taken, merge.disputed]).toEqual([[], ['email']]);
  });

  it('are no dispute when both typed the same, however it was typed', () => {
    const merge = mergeForms(base, { ...base, phone: '0500000311' }, { ...base, phone: '050 000 0311' });
    expect([merge.taken, merge.disputed]).toEqual([[], []]);
  });

  it('leave alone a field that only looks different', () => {
    const merge = mergeForms(base, { ...base, phone: '+358400000182' }, { ...base, phone: '050 000 0311' });
    expect(merge.taken).toEqual(['phone']);
  });
});
