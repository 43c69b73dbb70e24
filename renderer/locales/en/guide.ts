import type { guide as fi } from '../fi/guide.ts';
import type { Texts } from '../texts.ts';

export const guide: Texts<typeof fi> = {
  title: 'User’s guide',
  open: 'Open the user’s guide',
  language: 'The guide is in Finnish. It needs no network.',
};
