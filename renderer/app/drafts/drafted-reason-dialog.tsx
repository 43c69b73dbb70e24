import { z } from 'zod';
import type { DraftForm } from '#shared/features/drafts/forms.ts';
import type { Action } from '../../api/members.ts';
import { useCommand } from '../../api/use-command.ts';
import { ReasonDialog, type ReasonDialogProps } from '../../ui/reason-dialog.tsx';
import { useFaultTexts } from '../fault-text.ts';
import type { ResumedDraft } from './resumed.ts';
import { useSubjectName } from './subject-name.ts';
import { useDraftedState } from './use-drafted-state.ts';

interface DraftedReasonDialogProps<I, O>
  extends Omit<ReasonDialogProps, 'reason' | 'onReason' | 'error' | 'isPending' | 'onConfirm'> {
  form: DraftForm;
  customerId: string;
  /** The draft that the dialog goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  /** What the field holds before anything is typed. */
  initial?: string | undefined;
  /** What is done once the reason is given. */
  command: Action<I, O, 'command'>;
  inputOf: (reason: string) => I;
}

const keptReason = z.object({ reason: z.string() });

/** A reason for something that is done to a customer, kept as a sealed draft until it is done. */
export function DraftedReasonDialog<I, O>(props: DraftedReasonDialogProps<I, O>) {
  const { form, customerId, resumed, command, inputOf, initial = '', onClose, ...dialog } = props;
  const { ofError } = useFaultTexts();
  const about = useSubjectName(customerId);
  const [{ reason }, setKept, kept] = useDraftedState({
    form,
    subjectId: customerId,
    resumed,
    about: () => about,
    start: () => ({ reason: initial }),
    read: (values) => keptReason.safeParse(values).data ?? null,
  });
  const run = useCommand(command, {
    draftId: kept.draftId,
    onDone: () => {
      kept.saved();
      onClose();
    },
  });
  return (
    <ReasonDialog
      {...dialog}
      reason={reason}
      onReason={(typed) => setKept({ reason: typed })}
      error={run.error ? ofError(run.error) : undefined}
      isPending={run.isPending}
      onConfirm={(given) => run.mutate(inputOf(given))}
      onClose={() => {
        kept.discard();
        onClose();
      }}
    />
  );
}
