import { useQuery } from '@tanstack/react-query';
import { Check, HardDrive, TriangleAlert } from 'lucide-react';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import { client } from '../../../api/client.ts';
import { useTask } from '../../../api/use-task.ts';
import { useActivity } from '../../../app/activity.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { usePerson, useSession } from '../../../app/session.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import styles from './backup-step.module.css';
import { FootGap, WizardFrame } from './wizard-frame.tsx';

/** Step 4, with the register already there and its first person signed in: where the copies go, and the first one. */
export function BackupStep() {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { enter } = useSession();
  const person = usePerson();
  useActivity();
  const { data: status } = useQuery(client.backup.status());
  const choose = useTask(client.backup.choosePlace);
  const run = useTask(client.backup.run, { onDone: () => enter(person) });
  const hasPlace = (status?.place ?? null) !== null;
  const error = choose.error ?? run.error;
  return (
    <WizardFrame
      step={4}
      title={t('auth:backup.title')}
      lead={t('auth:backup.lead')}
      footer={
        <>
          <FootGap />
          <Button variant="quiet" onPress={() => enter(person)} isDisabled={run.isPending}>
            {t('auth:backup.later')}
          </Button>
          {hasPlace && (
            <Button variant="primary" autoFocus isPending={run.isPending} onPress={() => run.mutate({})}>
              {t('auth:backup.finish')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.step}>
        <Place status={status} />
        <div>
          <Button
            variant={hasPlace ? 'secondary' : 'primary'}
            autoFocus={!hasPlace}
            isPending={choose.isPending}
            isDisabled={run.isPending}
            onPress={() => choose.mutate({})}
          >
            {t(hasPlace ? 'auth:backup.chooseOther' : 'auth:backup.choose')}
          </Button>
        </div>
        {status?.sameDisk && <Banner tone="warn">{t('auth:backup.sameDiskText')}</Banner>}
        {error && (
          <Banner tone="stop" role="alert">
            {ofError(error)}
          </Banner>
        )}
        {run.isPending && (
          <ProgressBar
            label={t('auth:backup.running')}
            done={run.progress?.done ?? 0}
            total={run.progress?.total ?? 0}
            valueText={run.progress ? t('auth:backup.progress', { ...run.progress }) : ''}
            stop={{ label: t('stop'), onPress: run.cancel }}
          />
        )}
        <Banner tone="info" title={t('auth:backup.whenTitle')}>
          {t('auth:backup.whenText')}
        </Banner>
      </div>
    </WizardFrame>
  );
}

function Place({ status }: { status: BackupStatus | undefined }) {
  const t = useTexts();
  const place = status?.place ?? null;
  return (
    <section className={styles.place} aria-label={t('auth:backup.place')}>
      <HardDrive size={20} aria-hidden="true" />
      <div>
        <b>{place ?? t('auth:backup.noPlace')}</b>
        <small>{place === null ? t('auth:backup.noPlaceText') : t('auth:backup.place')}</small>
      </div>
      {status && place !== null && (
        <Badge
          tone={status.sameDisk ? 'warn' : 'ok'}
          icon={status.sameDisk ? <TriangleAlert size={13} /> : <Check size={13} />}
        >
          {t(status.sameDisk ? 'auth:backup.sameDisk' : 'auth:backup.writable')}
        </Badge>
      )}
    </section>
  );
}
