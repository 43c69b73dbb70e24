import { z } from 'zod';

/** Finnish and Swedish are the national languages of the customers; English is the third. */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];
export const languageSchema = z.enum(languages);

/** One text in every language of the program. */
export type InEveryLanguage = Record<Language, string>;
