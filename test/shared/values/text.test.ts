import { describe, expect, it } from 'vitest';
import { optionalLine, optionalText, requiredLine, requiredText } from '#shared/values/text.ts';

describe('a line of text', () => {
  it('loses the spaces around it', () => {
    expect(requiredText(10).parse('  Aino ')).toBe('Aino');
    expect(optionalText(10).parse(' Aino ')).toBe('Aino');
  });

  it('must hold something when it is required', () => {
    expect(requiredText(10).safeParse('   ').error?.issues[0]?.message).toBe('required');
    expect(requiredText(10).safeParse(undefined).error?.issues[0]?.message).toBe('required');
  });

  it('becomes null when it is optional and empty', () => {
    expect(optionalText(10).parse('  ')).toBeNull();
  });

  it('may not be too long', () => {
    expect(requiredText(3).safeParse('Aino').error?.issues[0]?.message).toBe('too-long');
    expect(optionalText(3).safeParse('Aino').error?.issues[0]?.message).toBe('too-long');
  });
});

describe('a name, a street or a town', () => {
  it('has one blank between its words, however it was typed or pasted', () => {
    expect(requiredLine(20).parse(' Åke   Örjan\t\u00a0Olavi ')).toBe('Åke Örjan Olavi');
    expect(optionalLine(20).parse('  Koekuja  4 B 12 ')).toBe('Koekuja 4 B 12');
  });

  it('has each letter as one character, so that equal names are equal', () => {
    expect(requiredLine(20).parse('Ma\u0308kela\u0308')).toBe('Mäkelä');
  });

  it('is missing or null when there are only blanks, and as long as what is kept of it', () => {
    expect(requiredLine(10).safeParse(' \t ').error?.issues[0]?.message).toBe('required');
    expect(optionalLine(10).parse(' \t ')).toBeNull();
    expect(requiredLine(4).parse(' A    o ')).toBe('A o');
    expect(requiredLine(3).safeParse('Aino').error?.issues[0]?.message).toBe('too-long');
  });
});
