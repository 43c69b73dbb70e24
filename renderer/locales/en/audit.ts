import type { audit as fi } from '../fi/audit.ts';
import type { Texts } from '../texts.ts';

export const audit = {} satisfies Texts<typeof fi>;
