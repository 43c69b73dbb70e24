import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birthDateOfHetu, maskHetu, optionalHetuSchema, parseHetu } from '#shared/values/hetu.ts';

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const signs = { '18': ['+'], '19': [...'-YXWVU'], '20': [...'ABCDEF'] } as const;

interface Parts {
  date: string;
  sign: string;
  individual: number;
}

/** Composed by the rule of the Decree 128/2010, 2 §, apart from the code under test. */
function compose({ date, sign, individual }: Parts): string {
  const digits = `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(2, 4)}`;
  const number = String(individual).padStart(3, '0');
  const check = checkCharacters[Number(digits + number) % 31];
  return `${digits}${sign}${number}${check}`;
}

/** Artificial codes only: individual numbers 900–999. */
const artificial: fc.Arbitrary<Parts> = fc
  .date({
    min: new Date('1850-01-01T00:00:00Z'),
    max: new Date('2026-10-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((day) => day.toISOString().slice(0, 10))
  .chain((date) =>
    fc.record({
      date: fc.constant(date),
      sign: fc.constantFrom(...signs[date.slice(0, 2) as keyof typeof signs]),
      individual: fc.integer({ min: 900, max: 999 }),
    }),
  );

describe('a personal identity code', () => {
  it('is read with every century sign, and holds its birth date', () => {
    fc.assert(
      fc.property(artificial, (parts) => {
        const hetu = compose(parts);
        expect(parseHetu(hetu)).toEqual({ ok: true, value: hetu });
        expect(birthDateOfHetu(hetu)).toBe(parts.date);
      }),
    );
  });

  it('is refused with any wrong check character', () => {
    fc.assert(
      fc.property(artificial, fc.integer({ min: 1, max: 30 }), (parts, shift) => {
        const hetu = compose(parts);
        const right = checkCharacters.indexOf(hetu.charAt(10));
        const wrong = hetu.slice(0, 10) + checkCharacters.charAt((right + shift) % 31);
        expect(parseHetu(wrong)).toEqual({ ok: false, issue: 'hetu-checksum' });
      }),
    );
  });

  it.each([
    ...signs[18].map((sign) => ['1868-05-26', sign] as const),
    ...signs[19].map((sign) => ['1968-05-26', sign] as const),
    ...signs[20].map((sign) => ['2005-05-26', sign] as const),
  ])('of %s keeps the sign %s, which belongs to its uniqueness', (date, sign) => {
    const hetu = compose({ date, sign, individual: 938 });
    expect(parseHetu(hetu)).toEqual({ ok: true, value: hetu });
  });

  it('is read in lower case, with spaces and with a typographic dash', () => {
    const hetu = compose({ date: '1987-03-14', sign: '-', individual: 924 });
    for (const typed of [hetu.toLowerCase(), ` ${hetu} `, hetu.replace('-', '–'), hetu.replace('-', ' - ')]) {
      expect(parseHetu(typed)).toEqual({ ok: true, value: hetu });
    }
  });

  it.each(['', '140387', '140387-92', '14.3.1987', '140387924P', '140387G924L', '140387-924Z', 'äöå'])(
    'is refused when it is typed as "%s"',
    (typed) => {
      expect(parseHetu(typed)).toEqual({ ok: false, issue: 'hetu-format' });
    },
  );

  it.each([
    ['a day that no month has', compose({ date: '1987-02-30', sign: '-', individual: 924 })],
    ['a month that does not exist', compose({ date: '1987-13-01', sign: '-', individual: 924 })],
    ['a birth date to come', compose({ date: '2068-05-26', sign: 'A', individual: 924 })],
    ['29 February of a common year', compose({ date: '1987-02-29', sign: '-', individual: 924 })],
    ['individual number 000', compose({ date: '1987-03-14', sign: '-', individual: 0 })],
    ['individual number 001', compose({ date: '1987-03-14', sign: '-', individual: 1 })],
  ])('does not exist with %s', (_what, hetu) => {
    expect(parseHetu(hetu)).toEqual({ ok: false, issue: 'hetu-does-not-exist' });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof parseHetu(text).ok).toBe('boolean');
      }),
    );
  });

  it('shows only its birth date and sign when masked', () => {
    expect(maskHetu('140387-924P')).toBe('140387-••••');
  });

  it('may be left empty in a form', () => {
    expect(optionalHetuSchema.parse('  ')).toBeNull();
  });
});
