import type { customers as fi } from '../fi/customers.ts';
import type { Texts } from '../texts.ts';

export const customers = {} satisfies Texts<typeof fi>;
