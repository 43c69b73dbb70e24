import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';

/** Ctrl+Enter does what the dialog is for. */
export function useDialogKeys(label: string, action: () => void): void {
  const t = useTexts();
  useViewKeys([{ keys: 'Ctrl+Enter', label: label || t('save'), action, inDialog: true, onBar: false }]);
}
