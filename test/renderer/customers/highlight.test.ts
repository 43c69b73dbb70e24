import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDate, findDigits, findWords, type Piece } from '#renderer/features/customers/highlight.ts';

const shown = (pieces: Piece[]) => pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('what the search found in a name', () => {
  it.each([
    ['Mallikas', 'mal', '[Mal]likas'],
    ['Mäkinen', 'mak', '[Mäk]inen'],
    ['Ma\u0308kinen', 'mä', '[Ma\u0308]kinen'],
    ['Virta-Mallikas', 'mal', 'Virta-[Mal]likas'],
    ['Virta-Mallikas', 'virta-mal', '[Virta]-[Mal]likas'],
    ['Aino Helena', 'h ai', '[Ai]no [H]elena'],
    ['Malla', 'al', 'Malla'],
    ['Großmann', 'gross', '[Groß]mann'],
    ['Mallikas', '', 'Mallikas'],
  ])('%s by %s is %s', (text, typed, expected) => {
    expect(shown(findWords(text, typed))).toBe(expected);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
        expect(
          findWords(text, typed)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
        expect(
          findDigits(text, typed)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('what the search found in a number', () => {
  it.each([
    ['040 000 0182', '0182', '040 000 [0182]'],
    ['040 000 0182', '0000182', '040 [000 0182]'],
    ['040 000 0182', '040 00', '[040 00]0 0182'],
    ['10482', '104', '[104]82'],
    ['10482', '1', '10482'],
    ['10482', 'mal', '10482'],
    ['040 000 0182', '+358 40 000', '[040 000] 0182'],
    ['040 000 0182', '00358 (0)40 000 0182', '[040 000 0182]'],
    ['+46 70 000 00 00', '+46 70', '+[46 70] 000 00 00'],
  ])('%s by %s is %s', (text, typed, expected) => {
    expect(shown(findDigits(text, typed))).toBe(expected);
  });
});

describe('what the search found in a birth date', () => {
  it.each([
    ['1987-03-14', '14.3', '[14.3].1987'],
    ['1987-03-14', '14.03.19', '[14.3.19]87'],
    ['1987-03-14', '14, 3, 1987', '[14.3.1987]'],
    ['1987-03-14', '140387', '[14.3.1987]'],
    ['1987-03-14', '1987-03-14', '[14.3.1987]'],
    ['1920-05-26', '260520', '[26.5.1920]'],
    ['2020-05-26', '26.5.20', '[26.5.20]20'],
    ['1987-03-14', '14.3.1986', '14.3.1987'],
    ['1987-03-14', '14', '14.3.1987'],
    ['1987-03-14', 'mal', '14.3.1987'],
    ['1987-03-14', '', '14.3.1987'],
  ])('%s by %s is %s', (date, typed, expected) => {
    expect(shown(findDate(date, typed, '2026-11-18'))).toBe(expected);
  });
});
