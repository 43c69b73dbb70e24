import type { PriceListItem } from '#shared/features/visits/contract.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { focusField } from '../../../ui/focus-field.ts';

interface LogKeys {
  services: readonly PriceListItem[];
  onChoose: (service: PriceListItem) => void;
  onAdd: () => void;
  onDiscount: () => void;
  onSave: () => void;
  onClose: () => void;
}

/** The panel's keys: digits choose a service, `+` adds a product, `%` opens the discounts. */
export function useLogKeys({ services, onChoose, onAdd, onDiscount, onSave, onClose }: LogKeys): void {
  const t = useTexts();
  const digits = services.slice(0, 9).map((service, index) => ({
    keys: String(index + 1),
    label: service.name,
    action: () => onChoose(service),
    onBar: false,
  }));
  useViewKeys([
    // No key of its own: it stands on the bar for all the digits.
    { keys: '1–9', label: t('visits:log.service'), action: () => focusField('serviceId') },
    ...digits,
    { keys: '+', label: t('visits:log.addProduct'), action: onAdd },
    { keys: '%', label: t('visits:log.addDiscount'), action: onDiscount, onBar: false },
    { keys: 'Ctrl+Enter', label: t('save'), action: onSave },
    { keys: 'Esc', label: t('cancel'), action: onClose },
  ]);
}
