import type { ConsentMarks } from '#shared/features/customers/contract.ts';

/** M K T P: the fixed order of the marks beside a name. */
export const markColumns = [
  'marketing',
  'surveys',
  'research',
  'healthProfile',
] as const satisfies readonly (keyof ConsentMarks)[];
