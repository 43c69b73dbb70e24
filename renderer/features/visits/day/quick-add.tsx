import { useState } from 'react';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { CustomerPicker } from '../customer-picker.tsx';
import { LogVisitPanel } from '../log/log-visit-panel.tsx';

interface QuickAddProps {
  day: string | null;
  onLogged: (visitId: string) => void;
  onClose: () => void;
}

/** First whose visit it was, then the same panel as beside the card, for the day that is shown (null is today). */
export function QuickAdd({ day, onLogged, onClose }: QuickAddProps) {
  const [customerId, setCustomerId] = useState<string | null>(null);
  if (customerId === null) return <WhosePanel onPick={setCustomerId} onClose={onClose} />;
  const panel = { customerId, day, resumed: null, onDraft: ignore, onLogged, onClose };
  return <LogVisitPanel {...panel} />;
}

/** The day's list shows what is saved only. */
const ignore = () => undefined;

function WhosePanel({ onPick, onClose }: { onPick: (customerId: string) => void; onClose: () => void }) {
  const t = useTexts();
  useViewKeys([{ keys: 'Esc', label: t('cancel'), action: onClose }]);
  return (
    <SidePanel
      title={t('visits:log.title')}
      closeLabel={t('close')}
      onClose={onClose}
      footer={
        <Button variant="quiet" keys="Esc" onPress={onClose}>
          {t('cancel')}
        </Button>
      }
    >
      <CustomerPicker label={t('visits:day.whose')} exceptId={null} onPick={({ id }) => onPick(id)} />
    </SidePanel>
  );
}
