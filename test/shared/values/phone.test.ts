import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPhone, optionalPhoneSchema, parsePhone } from '#shared/values/phone.ts';

describe('a typed phone number', () => {
  it.each([
    '0400000182',
    '040 000 0182',
    '040-0000182',
    '(040) 000 0182',
    '+358 40 000 0182',
    '00358400000182',
    '+358 (0)40 000 0182',
    '040–000 0182',
    '\u202A+358 40 000 0182\u202C',
  ])('%s is one Finnish number', (typed) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: '+358400000182' });
  });

  it('may be foreign', () => {
    expect(parsePhone('+46 70 000 00 00')).toEqual({ ok: true, value: '+46700000000' });
  });

  // Numbers that the countries keep for fiction, or with zeros that nobody has.
  it.each([
    ['Sweden', '+46 70 174 06 05', '+46701740605'],
    ['Estonia', '+372 5000 0000', '+37250000000'],
    ['Britain', '+44 20 7946 0123', '+442079460123'],
    ['Germany', '+49 30 23125 000', '+493023125000'],
    ['the United States', '+1 202-555-0143', '+12025550143'],
    ['France', '+33 1 99 00 12 34', '+33199001234'],
  ])(
    'of %s is stored in one form, also typed with 00, and read back as it is shown',
    (_country, typed, e164) => {
      for (const text of [typed, typed.replace('+', '00'), typed.replace(/[\s-]/g, '')]) {
        expect(parsePhone(text)).toEqual({ ok: true, value: e164 });
      }
      expect(formatPhone(e164)).toMatch(/^\+\d/);
      expect(parsePhone(formatPhone(e164))).toEqual({ ok: true, value: e164 });
    },
  );

  it.each(['', '12', '040', 'ei ole', '040 000 0182 alanumero', '+999999999999999999'])(
    '%s is not a number',
    (typed) => {
      expect(parsePhone(typed)).toEqual({ ok: false, issue: 'phone-format' });
    },
  );

  it('is shown as Finns read it, and read back from that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.constantFrom('040', '044', '050'), (end, prefix) => {
        const shown = `${prefix} 000 ${String(end).padStart(4, '0')}`;
        const parsed = parsePhone(shown);
        expect(parsed.ok && formatPhone(parsed.value)).toBe(shown);
      }),
    );
    expect(formatPhone('+46700000000')).toBe('+46 70 000 00 00');
  });

  it.each([
    ['+35890001234', '09 000 1234'],
    ['+35821000000', '02 100 0000'],
    ['+35831000000', '03 100 0000'],
    ['+35851000000', '05 100 0000'],
    ['+35861000000', '06 100 0000'],
    ['+35881000000', '08 100 0000'],
    ['+358190000100', '019 000 0100'],
    ['+358200000123', '020 000 0123'],
    ['+358290000123', '029 000 0123'],
    ['+358300000123', '030 000 0123'],
    ['+358500000311', '050 000 0311'],
  ])('%s is grouped by its own area code: %s', (e164, shown) => {
    expect(formatPhone(e164)).toBe(shown);
    expect(parsePhone(shown)).toEqual({ ok: true, value: e164 });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parsePhone(text).ok).toBe('boolean');
      }),
    );
  });

  it('may be left empty in a form', () => {
    expect(optionalPhoneSchema.parse(' ')).toBeNull();
  });
});
