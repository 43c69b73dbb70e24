import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Preferences } from '#shared/desktop.ts';
import type { Language } from '#shared/values/language.ts';
import { desktop } from '../api/desktop.ts';
import { showLanguage } from '../locales/i18n.ts';

interface PreferencesContextValue extends Preferences {
  /** The component page and other tools of the makers are at hand. */
  development: boolean;
  change: (part: Partial<Preferences>) => void;
}

const PreferencesContext = createContext<PreferencesContextValue | null>(null);

/** Language and theme of this computer, and how to change them at once. */
export function usePreferences(): PreferencesContextValue {
  const preferences = use(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it');
  return preferences;
}

/** react-aria's own words (calendar, combo box); our texts come from i18next. */
const locales: Readonly<Record<Language, string>> = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' };

function applyToPage({ language, theme }: Preferences): void {
  const page = document.documentElement;
  page.lang = language;
  if (theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = theme;
}

export function PreferencesProvider({
  stored,
  children,
}: {
  stored: Preferences & { development: boolean };
  children: ReactNode;
}) {
  const [preferences, setPreferences] = useState<Preferences>({
    language: stored.language,
    theme: stored.theme,
  });
  useEffect(() => applyToPage(preferences), [preferences]);
  const value = useMemo(
    () => ({
      ...preferences,
      development: stored.development,
      change: (part: Partial<Preferences>) => {
        const next = { ...preferences, ...part };
        setPreferences(next);
        void showLanguage(next.language);
        void desktop.savePreferences(next);
      },
    }),
    [preferences, stored.development],
  );
  return (
    <PreferencesContext value={value}>
      <I18nProvider locale={locales[preferences.language]}>{children}</I18nProvider>
    </PreferencesContext>
  );
}
