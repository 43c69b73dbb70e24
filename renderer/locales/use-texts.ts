import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
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

export function useTexts(): Translate {
  return useTranslation(namespaces).t;
}

/** Texts in a language of their own, whatever the program's is: for what a customer reads. */
export function useTextsIn(language: Language): Translate {
  return useTranslation(namespaces, { lng: language }).t;
}
