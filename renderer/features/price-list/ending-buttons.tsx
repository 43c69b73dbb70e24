import { useState } from 'react';
import type { ActiveTime } from '#shared/features/visits/price-on.ts';
import { today } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import twoPanes from '../../ui/two-panes.module.css';

interface EndingButtonsProps {
  name: string;
  time: ActiveTime;
  /** A visit names it: it can be retired, not removed. */
  isUsed: boolean;
  isPending: boolean;
  /** A last day, or null to take back into use. */
  onTimes: (activeUntil: string | null) => void;
  onRemove: () => void;
}

/** Retiring keeps everything and is undone with one press; removing is only for what nobody has used. */
export function EndingButtons({ name, time, isUsed, isPending, onTimes, onRemove }: EndingButtonsProps) {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {isUsed ? (
        <p className={twoPanes.help}>{t('prices:usedHelp')}</p>
      ) : (
        <Button variant="danger" isPending={isPending} onPress={() => setIsAsking(true)}>
          {t('prices:remove')}
        </Button>
      )}
      {time.activeUntil === null ? (
        <Button isPending={isPending} onPress={() => onTimes(today())}>
          {t('prices:retire')}
        </Button>
      ) : (
        <Button isPending={isPending} onPress={() => onTimes(null)}>
          {t('prices:reinstate')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('prices:removal.title', { name })}
        confirmLabel={t('prices:removal.confirm')}
        cancelLabel={t('cancel')}
        onConfirm={() => {
          setIsAsking(false);
          onRemove();
        }}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('prices:removal.text')}</p>
      </ConfirmDialog>
    </>
  );
}
