import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerFormSchema } from '#shared/features/customers/contract.ts';
import { issuesByField } from '#shared/rpc/issue-codes.ts';
import { ainoMallikas } from '#test/support/customers.ts';

function problems(changes: object): Record<string, string> {
  const parsed = customerFormSchema.safeParse({ ...ainoMallikas, ...changes });
  return parsed.success ? {} : issuesByField(parsed.error.issues);
}

describe('the customer form', () => {
  it('says everything that is wrong at once', () => {
    const empty = { hetu: '', birthDate: '', sex: null, lastName: '', firstNames: '', source: null };
    expect(problems({ ...empty, email: 'aino', street: '' })).toEqual({
      birthDate: 'birth-date-or-hetu',
      sex: 'choose-sex',
      lastName: 'required',
      firstNames: 'required',
      email: 'email-no-at',
      street: 'address-incomplete',
      source: 'choose-source',
    });
  });

  it('finds one thing wrong with a field, not what follows from it', () => {
    expect(problems({ hetu: '140387-924L', birthDate: '' })).toEqual({ hetu: 'hetu-checksum' });
    expect(problems({ hetu: '140387-924L' })).toEqual({ hetu: 'hetu-checksum' });
    expect(problems({ hetu: '140387-924P', birthDate: '31.2.1987' })).toEqual({
      birthDate: 'date-does-not-exist',
    });
    expect(problems({ postalCode: '131' })).toEqual({ postalCode: 'finnish-postal-code' });
  });

  it('compares the birth date with the identity code', () => {
    expect(problems({ hetu: '140387-924P' })).toEqual({});
    expect(problems({ hetu: '140387-924P', birthDate: '' })).toEqual({});
    expect(problems({ hetu: '140387-924P', birthDate: '15.3.1987' })).toEqual({
      birthDate: 'hetu-and-birth-date-differ',
    });
  });

  it('refuses anything at all that is not the form, without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(customerFormSchema.safeParse(value).success).toBe(false);
      }),
    );
  });
});
