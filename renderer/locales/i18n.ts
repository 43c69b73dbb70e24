import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/values/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    // The Finnish texts are the shape: an unknown namespace or key does not compile.
    resources: typeof fi;
  }
}

export const allTexts = { fi, sv, en } satisfies Record<Language, unknown>;

/** Starts i18next with all three languages at hand; there is nothing to load later. */
export function startLanguages(language: Language): void {
  void i18next.use(initReactI18next).init({
    resources: allTexts,
    lng: language,
    defaultNS: 'common',
    fallbackLng: 'fi',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}
