import type { Language } from '#shared/values/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

/** Everything that the program says, in every language. */
export const allTexts = { fi, sv, en } satisfies Record<Language, unknown>;
