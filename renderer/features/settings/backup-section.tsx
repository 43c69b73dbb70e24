import { useQuery } from '@tanstack/react-query';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useMay } from '../../app/access.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Definition, DefinitionList } from '../../ui/definition-list.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { useToasts } from '../../ui/toast.tsx';
import { byteText } from './byte-text.ts';
import styles from './settings-page.module.css';

export function BackupSection() {
  const t = useTexts();
  const may = useMay();
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const { data: status } = useQuery(client.backup.status());
  const choose = useTask(client.backup.choosePlace, {
    onDone: ({ outcome }) => {
      if (outcome === 'chosen') toasts.show({ text: t('settings:backup.chosen') });
    },
  });
  const run = useTask(client.backup.run, {
    onDone: () => toasts.show({ text: t('settings:backup.done') }),
  });
  const error = run.error ?? choose.error;
  return (
    <section className={styles.section} aria-labelledby="settings-backup">
      <SectionHead id="settings-backup" title={t('settings:backup.title')} />
      {status && <Status status={status} />}
      {status?.sameDisk && <Banner tone="warn">{t('settings:backup.sameDisk')}</Banner>}
      {error && (
        <Banner tone="stop" role="alert">
          {ofError(error)}
        </Banner>
      )}
      {run.isPending && (
        <ProgressBar
          label={t('settings:backup.running')}
          done={run.progress?.done ?? 0}
          total={run.progress?.total ?? 0}
          valueText={run.progress ? t('settings:backup.progress', { ...run.progress }) : ''}
          stop={{ label: t('stop'), onPress: run.cancel }}
        />
      )}
      <div className={styles.buttons}>
        {status && status.place !== null && (
          <Button isPending={run.isPending} onPress={() => run.mutate({})}>
            {t('settings:backup.run')}
          </Button>
        )}
        {may(client.backup.choosePlace) ? (
          <Button isPending={choose.isPending} isDisabled={run.isPending} onPress={() => choose.mutate({})}>
            {t('settings:backup.choose')}
          </Button>
        ) : (
          <p className={styles.note}>{t('settings:backup.managersOnly')}</p>
        )}
      </div>
    </section>
  );
}

function Status({ status }: { status: BackupStatus }) {
  const t = useTexts();
  const { place, lastDone, failure } = status;
  return (
    <>
      <DefinitionList>
        <Definition term={t('settings:backup.place')}>
          <span className={styles.wide}>{place ?? t('settings:backup.noPlace')}</span>
        </Definition>
        <Definition
          term={t('settings:backup.last')}
          end={lastDone && t('settings:backup.size', { size: byteText(t, lastDone.bytes) })}
        >
          {lastDone ? when(t, lastDone.at) : t('settings:backup.never')}
        </Definition>
      </DefinitionList>
      {failure && (
        <Banner tone="stop">
          {t('settings:backup.failed', {
            when: when(t, failure.at),
            reason: t(`shell:backupReasons.${failure.reason}`),
          })}
        </Banner>
      )}
    </>
  );
}

function when(t: Translate, at: string): string {
  return t('dateAndTime', { date: formatDate(dateAt(at)), time: formatTime(at) });
}
