import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Findable, readSearch, searchWords } from '#main/register/features/customers/search-words.ts';

const today = '2026-11-18';

const aino: Findable = {
  number: 10482,
  lastName: 'Virta-Mällikäs',
  firstNames: 'Aino Helena',
  nameInUse: null,
  birthDate: '1987-03-14',
  phone: '+358400000182',
  email: 'Aino.Mallikas@posti.example',
};

/** What the full-text index does with the query, in words. */
function finds(typed: string, customer: Findable = aino): boolean {
  const query = readSearch(typed, today);
  if (query.kind !== 'words') return false;
  const words = searchWords(customer).split(' ');
  return query.match.split(' AND ').every((group) =>
    group
      .replace(/^\(|\)$/g, '')
      .split(' OR ')
      .some((term) => {
        const [, word = '', star] = /^"([^"]*)"(\*?)$/.exec(term) ?? [];
        return words.some((known) => (star ? known.startsWith(word) : known === word));
      }),
  );
}

describe('a customer is found by', () => {
  it.each([
    'virta',
    'mällikäs',
    'mallikas',
    'MÄLL',
    'virta-mällikäs',
    'virta mall',
    'virtamallikas',
    'aino virta',
    'helena',
    'aino h',
    '10482',
    '104',
    '14.3.1987',
    '14.03.1987',
    '14.3.87',
    '14.3.',
    '14.3.19',
    '140387',
    '14031987',
    '1987-03-14',
    'virta 14.3.1987',
    '140387-',
    '140387-92',
    '0400000182',
    '040 000 0182',
    '040-000 0182',
    '+358 40 000 0182',
    '00358400000182',
    '+358 (0)40 000 0182',
    '00358 (0)40 000',
    '\u202A040 000 0182\u202C',
    '14,3,1987',
    '14,3',
    '14,3,87',
    'virta, aino',
    '0182',
    '182',
    '000 0182',
    'aino 0182',
    'aino.mallikas@posti.example',
    'aino.mallikas@po',
    'AINO.MALLIKAS@POSTI',
    'posti',
  ])('%s', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(['irta', 'mallikka', 'virta eero', '0482', '15.3.1987', '14.3.1986', '0183', '82', 'helena@posti'])(
    'but not %s',
    (typed) => {
      expect(finds(typed)).toBe(false);
    },
  );
});

describe('what is typed', () => {
  it('is empty when there are only spaces', () => {
    expect(readSearch('   ', today)).toEqual({ kind: 'empty' });
  });

  it('is an identity code only when it is whole and right', () => {
    expect(readSearch('140387-924p', today)).toEqual({ kind: 'hetu', hetu: '140387-924P' });
    expect(readSearch(' 140387–924P ', today)).toEqual({ kind: 'hetu', hetu: '140387-924P' });
    expect(readSearch('140387-924R', today)).toEqual({ kind: 'nothing' });
  });

  it('finds nothing when there is no letter or digit in it', () => {
    for (const typed of ['"', '***', '- -', "'", '()', '+']) {
      expect(readSearch(typed, today)).toEqual({ kind: 'nothing' });
    }
  });

  it('finds a year of two digits in both centuries', () => {
    expect(finds('26.5.20', { ...aino, birthDate: '1920-05-26' })).toBe(true);
    expect(finds('26.5.20', { ...aino, birthDate: '2020-05-26' })).toBe(true);
  });

  it('never leaves its quotes in the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (typed) => {
        const query = readSearch(typed, today);
        if (query.kind !== 'words') return;
        expect(query.match).toMatch(/^(\(?"[^"\s]+"\*?\)?( (AND|OR) )?)+$/);
      }),
    );
  });

  it('finds the customer by every name and every beginning of it', () => {
    const name = fc.constantFrom(
      'Mäkinen',
      'Virta-Mallikas',
      "D'Esimerkki",
      'Åberg',
      'Ångström Öhman',
      'Testolañ',
    );
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 20 }), (lastName, length) => {
        expect(finds(lastName.slice(0, length), { ...aino, lastName })).toBe(true);
        expect(finds(lastName.slice(0, length).toUpperCase(), { ...aino, lastName })).toBe(true);
      }),
    );
  });
});

describe('a foreign phone number', () => {
  const saga: Findable = { ...aino, phone: '+46701740605' };

  it.each(['+46 70 174 06 05', '0046701740605', '46701740605', '70 174 06', '174 0605', '0605'])(
    'is found by %s',
    (typed) => {
      expect(finds(typed, saga)).toBe(true);
    },
  );

  it('is not found by a Finnish zero in the place of its country', () => {
    expect(finds('0701740605', saga)).toBe(false);
  });
});

describe('earlier names', () => {
  const former: Findable = { ...aino, otherNames: ['Öhmälä-Koe', 'Aili'] };

  it.each(['öhmälä', 'ohm', 'koe', 'öhmäläkoe', 'aili virta'])('find by %s', (typed) => {
    expect(finds(typed, former)).toBe(true);
    expect(finds(typed)).toBe(false);
  });
});

it('any part of three digits or more of a protected number finds nobody', () => {
  const digits = '0400000182';
  const hidden: Findable = { ...aino, number: 99_999, birthDate: '1951-09-02', contactProtected: true };
  fc.assert(
    fc.property(fc.nat(7), fc.integer({ min: 3, max: 10 }), (from, length) => {
      const part = digits.slice(from, from + length);
      expect([part, finds(part, hidden)]).toEqual([part, false]);
    }),
  );
});
