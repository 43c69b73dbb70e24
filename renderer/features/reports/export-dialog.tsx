import { useQuery } from '@tanstack/react-query';
import { listName } from '#shared/values/names.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { ExportedFile } from '../../app/exported-file.tsx';
import { useFaultTexts } from '../../app/fault-text.ts';
import { TaskDialog } from '../../app/task-dialog.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';

interface ExportDialogProps {
  customerId: string;
  onClose: () => void;
}

/** Says what goes into the file, makes it, and shows its password once. */
export function ExportDialog({ customerId, onClose }: ExportDialogProps) {
  const t = useTexts();
  const run = useTask(client.reports.exportCustomer);

  if (run.data?.outcome === 'saved') {
    const { fileName, passphrase } = run.data;
    return <ExportedFile fileName={fileName ?? ''} passphrase={passphrase ?? ''} onClose={onClose} />;
  }
  return (
    <TaskDialog
      title={t('reports:export.title')}
      task={run}
      start={{ label: t('reports:export.start'), onPress: () => run.mutate({ customerId }) }}
      about={<Explanation customerId={customerId} />}
      waiting={t('reports:export.waiting')}
      describe={({ stage, done, total }) => ({
        label: stageText(t, stage),
        valueText: t('reports:export.progress', { done: Math.min(done + 1, total), total }),
      })}
      onClose={onClose}
    >
      <Failure error={run.error} isNotSaved={run.data?.outcome === 'cancelled'} />
    </TaskDialog>
  );
}

function Explanation({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { data: card } = useQuery(client.customers.card({ customerId }));
  return (
    <>
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
    </>
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
