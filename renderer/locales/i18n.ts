import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '#shared/values/language.ts';
import { fi } from './fi.ts';
import type { Texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    // The Finnish texts are the shape: an unknown namespace or key does not compile.
    resources: typeof fi;
  }
}

/** Finnish comes with the page; another language is a file of its own, because the door shows only one. */
const load: Readonly<Record<Language, () => Promise<Texts<typeof fi>>>> = {
  fi: () => Promise.resolve(fi),
  sv: () => import('./sv.ts').then(({ sv }) => sv),
  en: () => import('./en.ts').then(({ en }) => en),
};

/** Starts i18next with the texts of one language; `showLanguage` and `loadAllLanguages` bring the others. */
export async function startLanguages(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { fi, [language]: await load[language]() },
    lng: language,
    defaultNS: 'common',
    fallbackLng: 'fi',
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

async function have(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'common')) return;
  for (const [namespace, texts] of Object.entries(await load[language]())) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

export async function showLanguage(language: Language): Promise<void> {
  await have(language);
  await i18next.changeLanguage(language);
}

/** For the desk, which also shows what a customer reads in the customer's language. */
export async function loadAllLanguages(): Promise<void> {
  await Promise.all(languages.map(have));
}
