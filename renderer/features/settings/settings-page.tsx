import { useTexts } from '../../locales/use-texts.ts';

export function SettingsPage() {
  const t = useTexts();
  return <h1>{t('settings:title')}</h1>;
}
