import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client.ts';
import { desktop } from '../../api/desktop.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { useMay } from '../access.ts';
import type { ViewKey } from '../keys/key-map.ts';
import { useFrameKeys } from '../keys/use-keys.tsx';
import { useUndo } from '../undo/undo.tsx';
import { tabs } from './tabs.ts';

/** id of the customer search field: F2 goes there from anywhere. */
export const customerSearchId = 'customer-search';

/** Binds the keys that work on every screen. */
export function useShellKeys(showAllKeys: () => void): void {
  const t = useTexts();
  const may = useMay();
  const { undoLast } = useUndo();
  const navigate = useNavigate();

  const goToSearch = async () => {
    // on some screens the list is there but waits behind the card
    if (!document.getElementById(customerSearchId)?.checkVisibility()) await navigate({ to: '/customers' });
    const box = document.getElementById(customerSearchId);
    box?.focus();
    // what is typed next is a new search, also when the focus was there already
    if (box instanceof HTMLInputElement) box.select();
  };
  const deskKeys: ViewKey[] = [
    { keys: 'F2', label: t('shell:keys.search'), action: () => void goToSearch() },
    {
      keys: 'F3',
      label: t('shell:keys.newCustomer'),
      action: () => void navigate({ to: '/customers/new' }),
    },
  ];
  const tabKeys = tabs
    .filter(({ needs }) => may(needs))
    .map(({ id, to }, index) => ({
      keys: `Ctrl+${index + 1}`,
      label: t('shell:keys.tab', { name: t(`shell:tabs.${id}`) }),
      action: () => void navigate({ to }),
      onBar: false,
    }));
  useFrameKeys([
    ...(may(client.customers.search) ? deskKeys : []),
    ...tabKeys,
    { keys: 'Ctrl+Z', label: t('undo'), action: undoLast, onBar: false },
    {
      keys: 'Ctrl+L',
      label: t('shell:keys.lock'),
      action: () => void desktop.lock(),
      onBar: false,
      inDialog: true,
    },
    { keys: 'F1', label: t('shell:keys.all'), action: showAllKeys },
  ]);
}
