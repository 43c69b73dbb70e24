import type { consents as fi } from '../fi/consents.ts';
import type { Texts } from '../texts.ts';

export const consents = {} satisfies Texts<typeof fi>;
