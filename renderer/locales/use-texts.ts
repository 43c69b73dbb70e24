import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '#shared/values/language.ts';

const namespaces = [
  'common',
  'words',
  'faults',
  'shell',
  'auth',
  'customers',
  'visits',
  'consents',
  'prices',
  'keys',
  'reports',
  'audit',
  'settings',
  'notices',
  'accounts',
  'guide',
] as const;

/** Every text by its full key: `t('auth:signIn.title')`; the common ones without a prefix: `t('save')`. */
export type Translate = TFunction<typeof namespaces>;

/** The texts of the program's language; renews the screen when another one is chosen. */
export function useTexts(): Translate {
  return useSyncExternalStore(onLanguageChange, currentTexts, currentTexts);
}

/** Texts in a language of their own, whatever the program's is: for what a customer reads. */
export function useTextsIn(language: Language): Translate {
  return textsIn(language);
}

function onLanguageChange(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

function currentTexts(): Translate {
  return textsIn(i18next.language);
}

const known = new Map<string, Translate>();

/**
 * The same function for a language every time. i18next's own hook keeps a copy of the whole program's texts for each
 * component and looks every text up anew, which is most of the work of drawing a list.
 */
function textsIn(language: string): Translate {
  const before = known.get(language);
  if (before) return before;
  const lookUp = i18next.getFixedT(language, 'common') as (key: string, options?: object) => string;
  const plain = new Map<string, string>();
  let isLoaded = false;
  const text = (key: string, options?: object): string => {
    if (options !== undefined) return lookUp(key, options);
    const found = plain.get(key) ?? lookUp(key);
    // Until a language's texts are there, Finnish ones stand in for them.
    isLoaded ||= i18next.hasResourceBundle(language, 'common');
    if (isLoaded) plain.set(key, found);
    return found;
  };
  // `Trans` reads the namespace of it.
  const texts = Object.assign(text, { ns: 'common' }) as unknown as Translate;
  known.set(language, texts);
  return texts;
}
