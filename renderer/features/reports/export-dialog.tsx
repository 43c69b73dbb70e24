import { useQuery } from '@tanstack/react-query';
import type { Progress } from '#shared/rpc/bridge.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { ExportedFile } from '../../app/exported-file.tsx';
import { useFaultTexts } from '../../app/fault-text.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import styles from './export-dialog.module.css';

interface ExportDialogProps {
  customerId: string;
  onClose: () => void;
}

/** Says what goes into the file, makes it, and shows its password once. */
export function ExportDialog({ customerId, onClose }: ExportDialogProps) {
  const t = useTexts();
  const run = useTask(client.reports.exportCustomer);
  const start = () => run.mutate({ customerId });

  if (run.data?.outcome === 'saved') {
    const { fileName, passphrase } = run.data;
    return <ExportedFile fileName={fileName ?? ''} passphrase={passphrase ?? ''} onClose={onClose} />;
  }
  return (
    <Dialog
      isOpen
      onClose={run.isPending ? run.cancel : onClose}
      title={t('reports:export.title')}
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
            <Button autoFocus variant="primary" onPress={start}>
              {t('reports:export.start')}
            </Button>
          </>
        )
      }
    >
      <Explanation customerId={customerId} />
      {run.isPending ? (
        <Running progress={run.progress} />
      ) : (
        <Failure error={run.error} isNotSaved={run.data?.outcome === 'cancelled'} />
      )}
    </Dialog>
  );
}

function Explanation({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { data: card } = useQuery(client.customers.card({ customerId }));
  return (
    <div className={styles.text}>
      {card && <p>{t('reports:export.about', { name: listName(card), number: card.number })}</p>}
      <div>
        <p>{t('reports:export.contents')}</p>
        <ul>
          {(['details', 'visits', 'consents', 'audit'] as const).map((part) => (
            <li key={part}>{t(`reports:export.parts.${part}`)}</li>
          ))}
        </ul>
      </div>
      <p>{t('reports:export.forms')}</p>
      <p>{t('reports:export.secrecy')}</p>
    </div>
  );
}

function Running({ progress }: { progress: Progress | null }) {
  const t = useTexts();
  if (!progress) return <p role="status">{t('reports:export.waiting')}</p>;
  const { stage, done, total } = progress;
  return (
    <ProgressBar
      label={stageText(t, stage)}
      done={done}
      total={total}
      valueText={t('reports:export.progress', { done: Math.min(done + 1, total), total })}
    />
  );
}

function stageText(t: Translate, stage: string): string {
  switch (stage) {
    case 'report-print':
    case 'report-pack':
    case 'report-save':
      return t(`reports:export.stages.${stage}`);
    default:
      return t('reports:export.waiting');
  }
}

function Failure({ error, isNotSaved }: { error: unknown; isNotSaved: boolean }) {
  const t = useTexts();
  const faults = useFaultTexts();
  if (isNotSaved) return <Banner tone="warn" isSlim role="status" title={t('reports:export.notSaved')} />;
  return error ? <Banner tone="stop" isSlim role="alert" title={faults.ofError(error)} /> : null;
}
