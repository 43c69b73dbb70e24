import { client } from '../../api/client.ts';
import { type TaskResult, useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { TaskDialog } from '../../app/task-dialog.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './keys.module.css';

interface RotateDialogProps {
  /** Whose account has just ended, when that is why the change is offered. */
  whoLeft?: string | undefined;
  onClose: () => void;
}

/** Changes the key of the database, and says beforehand what that protects and what it does not. */
export function RotateDialog({ whoLeft, onClose }: RotateDialogProps) {
  const t = useTexts();
  const rotate = useTask(client.keys.rotate);
  if (rotate.isSuccess) return <Rotated onClose={onClose} />;
  return (
    <TaskDialog
      title={t('keys:rotate.title')}
      task={rotate}
      start={{ label: t('keys:rotate.start'), onPress: () => rotate.mutate({}) }}
      later={t('keys:rotate.later')}
      about={
        <>
          {whoLeft !== undefined && <p>{t('keys:rotate.afterLeaving', { name: whoLeft })}</p>}
          <p>{t('keys:rotate.what')}</p>
          <p>
            <b>{t('keys:rotate.backups')}</b>
          </p>
          <p>{t('keys:rotate.room')}</p>
        </>
      }
      waiting={t('keys:rotate.waiting')}
      describe={({ stage, done, total }) => ({
        label: stageText(t, stage),
        valueText: t('keys:rotate.progress', { percent: total === 0 ? 0 : Math.floor((100 * done) / total) }),
      })}
      onClose={onClose}
    >
      <Failure rotate={rotate} />
    </TaskDialog>
  );
}

function stageText(t: Translate, stage: string): string {
  return stage === 'rotate-copy' || stage === 'rotate-verify'
    ? t(`keys:rotate.stages.${stage}`)
    : t('keys:rotate.waiting');
}

function Failure({ rotate: { error } }: { rotate: Pick<TaskResult<object, object>, 'error'> }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  if (!error) return null;
  if (error.fault.kind === 'cancelled')
    return <Banner tone="warn" isSlim role="status" title={t('keys:rotate.stopped')} />;
  return (
    <Banner tone="stop" role="alert" title={t('keys:rotate.failed')}>
      {ofError(error)}
    </Banner>
  );
}

function Rotated({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('keys:rotate.doneTitle')}
      footer={
        <Button autoFocus keys="Esc" variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      }
    >
      <div className={styles.text}>
        <p>{t('keys:rotate.done')}</p>
        <p>{t('keys:rotate.doneBackup')}</p>
      </div>
    </Dialog>
  );
}
