import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { onBridgeEvent } from '../../api/bridge.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useMay } from '../access.ts';
import { DraftStrip } from '../drafts/draft-strip.tsx';
import { useFaultTexts } from '../fault-text.ts';
import { FailedTriesStrip } from './failed-tries-strip.tsx';
import { NoticeStrip } from './notice-strip.tsx';
import styles from './shell.module.css';

/** What must be seen on every screen: it stays until it is put right. */
export function Alerts() {
  const t = useTexts();
  return (
    <section className={styles.alerts} aria-label={t('shell:alerts.label')}>
      <IdleWarning />
      <FailedTriesStrip />
      <NoticeStrip />
      <BackupAlert />
      <DraftStrip />
    </section>
  );
}

function IdleWarning() {
  const t = useTexts();
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const stops = [
      onBridgeEvent('idle-warning', ({ secondsLeft }) => setSeconds(secondsLeft)),
      onBridgeEvent('idle-warning-over', () => setSeconds(null)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  if (seconds === null) return null;
  return (
    <Banner tone="warn" isSlim title={t('shell:idle.title', { seconds })}>
      {/* the seconds change, what to do is said aloud once */}
      <span role="alert">{t('shell:idle.text')}</span>
    </Banner>
  );
}

function BackupAlert() {
  const t = useTexts();
  const { data: status } = useQuery(client.backup.status());
  if (!status) return null;
  if (status.place === null) {
    return (
      <Banner
        tone="warn"
        isSlim
        role="status"
        title={t('shell:alerts.noBackupPlace')}
        actions={<ChoosePlace />}
      />
    );
  }
  if (!status.failure) return null;
  const reason = t(`shell:backupReasons.${status.failure.reason}`);
  const title = t('shell:alerts.backupFailed', { reason });
  return <Banner tone="stop" isSlim role="alert" title={title} actions={<RunAgain />} />;
}

function ChoosePlace() {
  const t = useTexts();
  const may = useMay();
  const choose = useTask(client.backup.choosePlace);
  const { ofError } = useFaultTexts();
  if (!may(client.backup.choosePlace)) return <span>{t('shell:alerts.askManager')}</span>;
  return (
    <>
      {choose.error && <span role="alert">{ofError(choose.error)}</span>}
      <Button small isPending={choose.isPending} onPress={() => choose.mutate({})}>
        {t('shell:alerts.choosePlace')}
      </Button>
    </>
  );
}

function RunAgain() {
  const t = useTexts();
  const run = useTask(client.backup.run);
  const { ofError } = useFaultTexts();
  return (
    <>
      {run.error && <span role="alert">{ofError(run.error)}</span>}
      <Button small isPending={run.isPending} onPress={() => run.mutate({})}>
        {t('shell:alerts.backupAgain')}
      </Button>
    </>
  );
}
