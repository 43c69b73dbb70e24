import { describe, expect, it } from 'vitest';
import { nextRow } from '#renderer/ui/next-row.ts';

describe('moving through the rows of a table', () => {
  it('goes one down and one up', () => {
    expect(nextRow('ArrowDown', 1, 5)).toBe(2);
    expect(nextRow('ArrowUp', 1, 5)).toBe(0);
  });

  it('jumps to the ends', () => {
    expect(nextRow('Home', 3, 5)).toBe(0);
    expect(nextRow('End', 3, 5)).toBe(4);
  });

  it('stays at the first and the last row', () => {
    expect(nextRow('ArrowUp', 0, 5)).toBeNull();
    expect(nextRow('ArrowDown', 4, 5)).toBeNull();
    expect(nextRow('End', 4, 5)).toBeNull();
  });

  it('leaves other keys alone', () => {
    expect(nextRow('a', 0, 5)).toBeNull();
    expect(nextRow('Tab', 0, 5)).toBeNull();
  });
});
