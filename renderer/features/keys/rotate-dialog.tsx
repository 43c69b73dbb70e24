import type { Progress } from '#shared/rpc/bridge.ts';
import { client } from '../../api/client.ts';
import { type TaskResult, useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
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
    <Dialog
      isOpen
      onClose={rotate.isPending ? rotate.cancel : onClose}
      title={t('keys:rotate.title')}
      footer={
        rotate.isPending ? (
          <Button autoFocus keys="Esc" onPress={rotate.cancel}>
            {t('stop')}
          </Button>
        ) : (
          <>
            <Button keys="Esc" onPress={onClose}>
              {t('keys:rotate.later')}
            </Button>
            <Button autoFocus variant="primary" onPress={() => rotate.mutate({})}>
              {t('keys:rotate.start')}
            </Button>
          </>
        )
      }
    >
      <div className={styles.text}>
        {whoLeft !== undefined && <p>{t('keys:rotate.afterLeaving', { name: whoLeft })}</p>}
        <p>{t('keys:rotate.what')}</p>
        <p>
          <b>{t('keys:rotate.backups')}</b>
        </p>
        <p>{t('keys:rotate.room')}</p>
      </div>
      {rotate.isPending ? <Running progress={rotate.progress} /> : <Failure rotate={rotate} />}
    </Dialog>
  );
}

function Running({ progress }: { progress: Progress | null }) {
  const t = useTexts();
  if (!progress) return <p role="status">{t('keys:rotate.waiting')}</p>;
  const { stage, done, total } = progress;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  return (
    <ProgressBar
      label={stageText(t, stage)}
      done={done}
      total={total}
      valueText={t('keys:rotate.progress', { percent })}
    />
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
