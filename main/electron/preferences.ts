import { join } from 'node:path';
import { app } from 'electron';
import { type Preferences, preferencesSchema } from '#shared/desktop.ts';
import { type Language, languages } from '#shared/values/language.ts';
import { SettingsFile } from './settings-file.ts';

export type PreferencesFile = SettingsFile<typeof preferencesSchema>;

/** Language and theme of this computer's user; the language starts as the system's, if it is one of ours. */
export function openPreferences(folder: string): Promise<PreferencesFile> {
  const first: Preferences = { language: systemLanguage(), theme: 'system' };
  return SettingsFile.open(join(folder, 'preferences.json'), preferencesSchema, first);
}

function systemLanguage(): Language {
  const short = app.getLocale().slice(0, 2);
  return languages.find((language) => language === short) ?? 'fi';
}
