import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CustomerValues, emptyForm, fieldOrder } from '#renderer/features/customers/form/form-values.ts';
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

/** A form with few values in each field, so that two people often change the same one, and often alike. */
const anyForm: fc.Arbitrary<CustomerValues['form']> = fc.record({
  hetu: fc.constantFrom('', '140387-924P', '140387-931X'),
  birthDate: fc.constantFrom('1987-03-14', '1987-03-15'),
  sex: fc.constantFrom('female' as const, 'male' as const, 'other' as const),
  lastName: fc.constantFrom('Mallikas', 'Virta'),
  firstNames: fc.constantFrom('Aino', 'Aino Helena'),
  nameInUse: fc.constantFrom('', 'Ainu'),
  language: fc.constantFrom('fi' as const, 'sv' as const),
  phone: fc.constantFrom('', '040 000 0182', '0400000182', '050 000 0311'),
  email: fc.constantFrom('', 'aino@posti.example'),
  street: fc.constantFrom('', 'Koekuja 4'),
  postalCode: fc.constantFrom('', '13100'),
  city: fc.constantFrom('', 'Hämeenlinna'),
  country: fc.constantFrom('FI', 'SE'),
  onlineUserName: fc.constantFrom('', 'aino87'),
  contactProtected: fc.boolean(),
  deceasedOn: fc.constantFrom('', '2026-11-20'),
  source: fc.constant(null),
});

const plainPhone = (value: unknown) => String(value).replace(/\s/g, '');
const same = (field: string, a: unknown, b: unknown) =>
  field === 'phone' ? plainPhone(a) === plainPhone(b) : a === b;

describe('whatever two people changed', () => {
  it('every field of the form takes part in the merge', () => {
    expect([...fieldOrder].sort()).toEqual(Object.keys(emptyForm).sort());
  });

  it('a change of either is in the form or before a person’s eyes, and nothing else is', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (start, mine, theirs) => {
        const { merged, taken, disputed } = mergeForms(start, mine, theirs);
        for (const field of fieldOrder.filter((name) => name !== 'source')) {
          const [isMine, isTheirs] = [mine, theirs].map((form) => !same(field, start[field], form[field]));
          const isDisputed = isMine && isTheirs && !same(field, mine[field], theirs[field]);
          expect([field, disputed.includes(field)]).toEqual([field, isDisputed]);
          expect([field, taken.includes(field)]).toEqual([field, !isMine && isTheirs]);
          expect(merged[field]).toBe(taken.includes(field) ? theirs[field] : mine[field]);
        }
      }),
    );
  });

  it('merging once more with the same changes finds nothing new', () => {
    fc.assert(
      fc.property(anyForm, anyForm, anyForm, (start, mine, theirs) => {
        const { merged } = mergeForms(start, mine, theirs);
        expect(mergeForms(theirs, merged, theirs)).toEqual({ merged, taken: [], disputed: [] });
      }),
    );
  });
});
