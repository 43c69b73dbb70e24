import type { LogFilter } from '#shared/features/audit/log.ts';
import { client } from '../../../api/client.ts';
import { type TaskResult, useTask } from '../../../api/use-task.ts';
import { ExportedFile } from '../../../app/exported-file.tsx';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { TaskDialog } from '../../../app/task-dialog.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
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
    <TaskDialog
      title={t('audit:log.exporting.title')}
      task={run}
      start={{
        label: t('audit:log.exporting.start'),
        onPress: () => run.mutate({ filter, language }),
      }}
      about={
        <>
          <p>{t('audit:log.exporting.about', { rows })}</p>
          <p>{t('audit:log.exporting.form')}</p>
          <p>{t('audit:log.exporting.secrecy')}</p>
        </>
      }
      waiting={t('audit:log.exporting.waiting')}
      describe={({ done, total }) => ({
        label: t('audit:log.exporting.running'),
        valueText: t('audit:log.chain.progress', { done: numberText(done), total: numberText(total) }),
      })}
      onClose={onClose}
    >
      <Result run={run} />
    </TaskDialog>
  );
}

type Run = Pick<TaskResult<unknown, { outcome: string; rows: number }>, 'data' | 'error'>;

function Result({ run }: { run: Run }) {
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
