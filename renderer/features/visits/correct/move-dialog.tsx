import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { formatInstant } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { CustomerPicker, type PickedCustomer } from '../customer-picker.tsx';
import { whatHappened } from '../visit-text.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import type { Entry } from './entry.ts';

/** Gives an entry to the customer whose it is. */
export function MoveDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const toasts = useToasts();
  const [id] = useState(uuidv7);
  const [to, setTo] = useState<PickedCustomer | null>(null);
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const { visit, customerId } = entry;
  const move = useCommand(client.visits.move, {
    onDone: () => {
      toasts.show({ text: t('visits:moved.done', { name: to?.name ?? '' }) });
      onClose();
    },
  });
  const send = () => {
    setIsAsked(true);
    if (to === null || reason.trim() === '' || move.isPending) return;
    move.mutate({ id, customerId, visitId: visit.id, toCustomerId: to.id, reason });
  };
  return (
    <CorrectionDialog
      title={t('visits:moved.question')}
      submit={t('visits:moved.move')}
      command={move}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        <b>{whatHappened(t, visit)}</b>
        <br />
        {formatInstant(visit.at)}
      </p>
      <CustomerPicker
        label={t('visits:moved.whose')}
        exceptId={customerId}
        onPick={setTo}
        onType={() => setTo(null)}
        error={isAsked && to === null ? t('visits:moved.chooseCustomer') : undefined}
      />
      <TextField
        label={t('visits:moved.reason')}
        help={t('visits:moved.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={isAsked && reason.trim() === '' ? faults.ofIssue('required') : undefined}
      />
    </CorrectionDialog>
  );
}
