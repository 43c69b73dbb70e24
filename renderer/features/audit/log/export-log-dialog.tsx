import type { LogFilter } from '#shared/features/audit/log.ts';
import { client } from '../../../api/client.ts';
import { useTask } from '../../../api/use-task.ts';
import { ExportedFile } from '../../../app/exported-file.tsx';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import styles from './export-log-dialog.module.css';
import { numberText } from './number-text.ts';

interface ExportLogDialogProps {
  filter: LogFilter;
  /** How many rows the filter has, in words. */
  rows: string;
  onClose: () => void;
}

/** Says which rows go into the file, makes it, and shows its password once. */
export function ExportLogDialog({ filter, rows, onClose }: ExportLogDialogProps) {
  const t = useTexts();
  const { language } = usePreferences();
  const run = useTask(client.audit.exportList);
  if (run.data?.outcome === 'saved') {
    const { fileName, passphrase } = run.data;
    return <ExportedFile fileName={fileName ?? ''} passphrase={passphrase ?? ''} onClose={onClose} />;
  }
  return (
    <Dialog
      isOpen
      onClose={run.isPending ? run.cancel : onClose}
      title={t('audit:log.exporting.title')}
      footer={
        run.isPending ? (
          <Button autoFocus keys="Esc" onPress={run.cancel}>
            {t('stop')}
          </Button>
        ) : (
          <>
            <Button keys="Esc" onPress={onClose}>
              {t('cancel')}
            </Button>
            <Button autoFocus variant="primary" onPress={() => run.mutate({ filter, language })}>
              {t('audit:log.exporting.start')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.text}>
        <p>{t('audit:log.exporting.about', { rows })}</p>
        <p>{t('audit:log.exporting.form')}</p>
        <p>{t('audit:log.exporting.secrecy')}</p>
      </div>
      {run.isPending ? <Running run={run} /> : <Result run={run} />}
    </Dialog>
  );
}

type Run = ReturnType<typeof useTask<unknown, { outcome: string; rows: number }>>;

function Running({ run }: { run: Pick<Run, 'progress'> }) {
  const t = useTexts();
  if (!run.progress) return <p role="status">{t('audit:log.exporting.waiting')}</p>;
  const { done, total } = run.progress;
  return (
    <ProgressBar
      label={t('audit:log.exporting.running')}
      done={done}
      total={total}
      valueText={t('audit:log.chain.progress', { done: numberText(done), total: numberText(total) })}
    />
  );
}

function Result({ run }: { run: Pick<Run, 'data' | 'error'> }) {
  const t = useTexts();
  const faults = useFaultTexts();
  if (run.error) return <Banner tone="stop" isSlim role="alert" title={faults.ofError(run.error)} />;
  if (run.data?.outcome === 'cancelled') {
    return <Banner tone="warn" isSlim role="status" title={t('audit:log.exporting.notSaved')} />;
  }
  if (run.data?.outcome === 'too-many') {
    const rows = numberText(run.data.rows);
    return <Banner tone="warn" isSlim role="alert" title={t('audit:log.exporting.tooMany', { rows })} />;
  }
  return null;
}
