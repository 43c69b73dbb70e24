import { Printer } from 'lucide-react';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './accounts-page.module.css';

export interface OneTime {
  userId: string;
  name: string;
  oneTimePassphrase: string;
}

/** The passphrase of one use: never shown again, so it stays until somebody says that it has been given. */
export function OneTimeDialog({ oneTime, onClose }: { oneTime: OneTime; onClose: () => void }) {
  const t = useTexts();
  const { language } = usePreferences();
  const { ofError } = useFaultTexts();
  const print = useTask(client.accounts.printPassphrase);
  const { userId, name, oneTimePassphrase } = oneTime;
  const outcome = print.data?.outcome;
  return (
    <Dialog
      isOpen
      // Esc must not throw away what cannot be shown again
      onClose={() => undefined}
      title={t('accounts:oneTime.title', { name })}
      footer={
        <>
          <Button
            icon={<Printer size={16} aria-hidden="true" />}
            isPending={print.isPending}
            onPress={() => print.mutate({ userId, language })}
          >
            {t('accounts:oneTime.print')}
          </Button>
          <Button autoFocus variant="primary" onPress={onClose}>
            {t('accounts:oneTime.done')}
          </Button>
        </>
      }
    >
      <p>{t('accounts:oneTime.lead')}</p>
      <p className={styles.code}>
        <output aria-label={t('accounts:oneTime.label')}>{oneTimePassphrase}</output>
      </p>
      <p>{t('accounts:oneTime.next')}</p>
      <p role="status">
        {outcome && t(outcome === 'printed' ? 'accounts:oneTime.printed' : 'accounts:oneTime.notPrinted')}
      </p>
      {print.error && (
        <Banner tone="stop" role="alert">
          {ofError(print.error)}
        </Banner>
      )}
    </Dialog>
  );
}
