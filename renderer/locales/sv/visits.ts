import type { visits as fi } from '../fi/visits.ts';
import type { Texts } from '../texts.ts';

export const visits = {} satisfies Texts<typeof fi>;
