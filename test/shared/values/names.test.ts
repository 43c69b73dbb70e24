import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, fold, nameSortKey } from '#shared/values/names.ts';

const finnishLetters = [...'abcdefghijklmnopqrstuvwxyzåäö'];
const finnishWord = fc
  .array(fc.constantFrom(...finnishLetters), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));

describe('name order', () => {
  it('is that of Finnish collation for Finnish words', () => {
    const collator = new Intl.Collator('fi', { sensitivity: 'base' });
    fc.assert(
      fc.property(finnishWord, finnishWord, (a, b) => {
        expect(Math.sign(compareNames(a, b))).toBe(Math.sign(collator.compare(a, b)));
      }),
    );
  });

  it('puts å, ä and ö after z in that order, and ü with y', () => {
    const names = ['Öhman', 'Zetterberg', 'Äijälä', 'Åberg', 'Yrjölä', 'Üstun', 'Aalto'];
    expect(names.sort(compareNames)).toEqual([
      'Aalto',
      'Yrjölä',
      'Üstun',
      'Zetterberg',
      'Åberg',
      'Äijälä',
      'Öhman',
    ]);
  });

  it('ignores case and accents that are not letters of their own', () => {
    expect(compareNames('ANDRÉ', 'andre')).toBe(0);
    expect(compareNames('a\u0308iti', 'äiti')).toBe(0);
  });

  it('is the binary order of the key in UTF-8', () => {
    fc.assert(
      fc.property(finnishWord, finnishWord, (a, b) => {
        const key = (lastName: string) => Buffer.from(nameSortKey({ lastName, firstNames: '' }));
        expect(Math.sign(Buffer.compare(key(a), key(b)))).toBe(Math.sign(compareNames(a, b)));
      }),
    );
  });

  it('keeps one last name together before longer ones', () => {
    const people = [
      { lastName: 'Mallikas-Virta', firstNames: 'Aino' },
      { lastName: 'Mallikas', firstNames: 'Venla' },
      { lastName: 'Mallikasto', firstNames: 'Aino' },
    ];
    const sorted = people.map((person) => nameSortKey(person)).sort();
    expect(sorted[0]).toBe(nameSortKey({ lastName: 'Mallikas', firstNames: 'Venla' }));
  });
});

describe('folding', () => {
  it.each([
    ['Mäkinen', 'makinen'],
    ['ÅBERG', 'aberg'],
    ['Sørensen', 'sorensen'],
    ['Großmann', 'grossmann'],
    ['Łukasz', 'lukasz'],
    ['a\u0308iti', 'aiti'],
  ])('makes %s into %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(finnishWord, (word) => {
        expect(fold(fold(word))).toBe(fold(word));
      }),
    );
  });
});
