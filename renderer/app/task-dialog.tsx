import type { ReactNode } from 'react';
import type { Progress } from '#shared/rpc/bridge.ts';
import type { TaskResult } from '../api/use-task.ts';
import { useTexts } from '../locales/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './task-dialog.module.css';

interface TaskDialogProps {
  title: string;
  task: Pick<TaskResult<never, unknown>, 'isPending' | 'progress' | 'cancel'>;
  start: { readonly label: string; readonly onPress: () => void };
  /** The way out before the start; without it "Cancel". */
  later?: string;
  /** What it does and what it does not, in paragraphs. */
  about: ReactNode;
  /** Said until the task tells how far it is. */
  waiting: string;
  describe: (progress: Progress) => { readonly label: string; readonly valueText: string };
  onClose: () => void;
  /** What there is to say when it has ended without its result. */
  children: ReactNode;
}

/** Says what a long task does, starts it, shows how far it is, and stops it on Esc. */
export function TaskDialog(props: TaskDialogProps) {
  const { title, task, start, later, about, onClose, children } = props;
  const t = useTexts();
  return (
    <Dialog
      isOpen
      onClose={task.isPending ? task.cancel : onClose}
      title={title}
      footer={
        task.isPending ? (
          <Button autoFocus keys="Esc" onPress={task.cancel}>
            {t('stop')}
          </Button>
        ) : (
          <>
            <Button keys="Esc" onPress={onClose}>
              {later ?? t('cancel')}
            </Button>
            <Button autoFocus variant="primary" onPress={start.onPress}>
              {start.label}
            </Button>
          </>
        )
      }
    >
      <div className={styles.text}>{about}</div>
      {task.isPending ? <Running {...props} /> : children}
    </Dialog>
  );
}

function Running({ task: { progress }, waiting, describe }: TaskDialogProps) {
  if (!progress) return <p role="status">{waiting}</p>;
  return <ProgressBar {...describe(progress)} done={progress.done} total={progress.total} />;
}
