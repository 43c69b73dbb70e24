import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { formatInstant } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { whatHappened } from '../visit-text.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import type { Entry } from './entry.ts';

/** Takes an entry back: asks why, and says what will come of it. */
export function ReverseDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const toasts = useToasts();
  const [id] = useState(uuidv7);
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const { visit, customerId } = entry;
  const reverse = useCommand(client.visits.reverse, {
    onDone: () => {
      toasts.show({ text: t('visits:reversal.done') });
      onClose();
    },
  });
  const send = () => {
    setIsMissing(reason.trim() === '');
    if (reason.trim() === '' || reverse.isPending) return;
    reverse.mutate({ id, customerId, visitId: visit.id, reason });
  };
  return (
    <CorrectionDialog
      title={t('visits:reversal.title')}
      submit={t('visits:reversal.reverse')}
      variant="danger-solid"
      command={reverse}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        <b>{whatHappened(t, visit)}</b>
        <br />
        {formatInstant(visit.at)} · {formatCents(visit.totalCents)}
      </p>
      <p>{t(visit.totalCents === 0 ? 'visits:reversal.explain' : 'visits:reversal.explainMoney')}</p>
      <TextField
        autoFocus
        label={t('visits:reversal.reason')}
        value={reason}
        onChange={setReason}
        maxLength={200}
        error={isMissing ? faults.ofIssue('required') : undefined}
      />
    </CorrectionDialog>
  );
}
