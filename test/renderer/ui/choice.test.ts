import { describe, expect, it } from 'vitest';
import { type Choice, focusIndex, inOrder } from '#renderer/ui/choice.ts';

const channels: readonly Choice<'email' | 'sms' | 'post'>[] = [
  { value: 'email', label: 'Sähköposti' },
  { value: 'sms', label: 'Tekstiviesti' },
  { value: 'post', label: 'Kirje' },
];

describe('a group of choices', () => {
  it('takes the focus at the chosen one, and at the first while nobody has answered', () => {
    expect(focusIndex(channels, 'post')).toBe(2);
    expect(focusIndex(channels, null)).toBe(0);
  });

  it('gives several answers in its own order, whatever the order of choosing', () => {
    expect(inOrder(channels, ['post', 'email'])).toEqual(['email', 'post']);
  });

  it('leaves out what is not one of its choices', () => {
    expect(inOrder(channels, ['fax', 'sms'])).toEqual(['sms']);
  });
});
