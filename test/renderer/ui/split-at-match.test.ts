import { describe, expect, it } from 'vitest';
import { splitAtMatch } from '#renderer/ui/split-at-match.ts';

describe('marking what was typed in an option', () => {
  it('finds it anywhere, whatever the case', () => {
    expect(splitAtMatch('Urheiluhieronta 45 min', 'HIER')).toEqual(['Urheilu', 'hier', 'onta 45 min']);
  });

  it('marks nothing when it is not there or nothing was typed', () => {
    expect(splitAtMatch('Fysioterapia', 'hier')).toEqual(['Fysioterapia', '', '']);
    expect(splitAtMatch('Fysioterapia', '  ')).toEqual(['Fysioterapia', '', '']);
  });
});
