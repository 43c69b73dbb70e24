import type { guide as fi } from '../fi/guide.ts';
import type { Texts } from '../texts.ts';

export const guide: Texts<typeof fi> = {
  title: 'Användarguide',
  open: 'Öppna användarguiden',
  language: 'Guiden finns på finska. Den öppnas utan nätverk.',
};
