import type { reports as fi } from '../fi/reports.ts';
import type { Texts } from '../texts.ts';

export const reports = {} satisfies Texts<typeof fi>;
