import { describe, expect, it } from 'vitest';
import { optionalText, requiredText } from '#shared/values/text.ts';

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
