import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { usePreferences } from '../../app/preferences.tsx';
import { KeySheet } from '../../app/recovery-key/key-sheet.tsx';
import { type Kept, ToPaper } from '../../app/recovery-key/to-paper.tsx';
import { twoGroups } from '../../app/recovery-key/two-groups.ts';
import { TypeBack, typeBackFormId } from '../../app/recovery-key/type-back.tsx';
import { usePerson } from '../../app/session.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './keys.module.css';

/** A new recovery key: shown, brought to paper, proved by two of its groups, and only then taken into use. */
export function RenewDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const { language } = usePreferences();
  const { clinicName } = usePerson();
  const [asked] = useState(twoGroups);
  const [kept, setKept] = useState<Kept | null>(null);
  const { mutate: make, ...made } = useTask(client.keys.newRecoveryKey);
  useEffect(() => make({}), [make]);
  const renew = useTask(client.keys.renewRecoveryKey, {
    onDone: () => {
      toasts.show({ text: t('keys:recovery.done') });
      onClose();
    },
  });
  const groups = made.data?.groups;
  const error = made.error ?? renew.error;
  return (
    <Dialog
      isOpen
      isWide
      onClose={onClose}
      title={t('keys:recovery.title')}
      footer={
        <>
          <Button keys="Esc" isDisabled={renew.isPending} onPress={onClose}>
            {t('cancel')}
          </Button>
          {kept && (
            <Button type="submit" form={typeBackFormId} variant="primary" isPending={renew.isPending}>
              {renew.isPending ? t('keys:recovery.working') : t('keys:recovery.submit')}
            </Button>
          )}
        </>
      }
    >
      <p className={styles.text}>{t('keys:recovery.lead')}</p>
      {error && (
        <Banner tone="stop" role="alert">
          {ofError(error)}
        </Banner>
      )}
      {groups ? (
        <>
          <KeySheet clinicName={clinicName} groups={groups} covered={kept ? asked : []} />
          <ToPaper
            autoFocus
            task={client.keys.printRecoveryKey}
            input={{ language }}
            kept={kept}
            onKept={setKept}
          />
          {kept && (
            <TypeBack
              groups={groups}
              asked={asked}
              onDone={(recoveryGroups) => renew.mutate({ recoveryGroups })}
            />
          )}
        </>
      ) : (
        <p role="status">{t('keys:recovery.making')}</p>
      )}
    </Dialog>
  );
}
