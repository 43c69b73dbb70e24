import { useEffect, useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { formatInstant } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChoiceChips } from '../../../ui/choice-chips.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import { useToasts } from '../../../ui/toast.tsx';
import { whatHappened } from '../visit-text.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import type { Entry } from './entry.ts';

const ratings = ['1', '2', '3', '4', '5'] as const;
type Rating = (typeof ratings)[number];

const ratingId = 'feedback.rating';

/** What the customer said of a visit; without an entry nobody will know who said it. */
export function FeedbackDialog({ entry, onClose }: { entry: Entry | null; onClose: () => void }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const toasts = useToasts();
  const [id] = useState(uuidv7);
  const [rating, setRating] = useState<Rating | null>(null);
  const [words, setWords] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const give = useCommand(client.visits.giveFeedback, {
    onDone: () => {
      toasts.show({ text: t('visits:feedback.done') });
      onClose();
    },
  });
  useEffect(() => focusField(ratingId), []);
  const send = () => {
    setIsAsked(true);
    if (rating === null || give.isPending) return;
    const of = entry && { customerId: entry.customerId, visitId: entry.visit.id };
    give.mutate({ id, of, rating: Number(rating), words });
  };
  return (
    <CorrectionDialog
      title={t(entry ? 'visits:feedback.title' : 'visits:feedback.titleAnonymous')}
      submit={t('save')}
      command={give}
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        {entry
          ? `${whatHappened(t, entry.visit)}, ${formatInstant(entry.visit.at)}`
          : t('visits:feedback.anonymousHint')}
      </p>
      <ChoiceChips
        small
        id={ratingId}
        label={t('visits:feedback.rating')}
        value={rating}
        onChange={setRating}
        choices={ratings.map((value) => ({ value, label: t(`visits:feedback.ratings.${value}`) }))}
        error={isAsked && rating === null ? faults.ofIssue('not-a-choice') : undefined}
      />
      <TextArea
        label={t('visits:feedback.words')}
        mark={t('optional')}
        value={words}
        onChange={setWords}
        maxLength={2000}
      />
    </CorrectionDialog>
  );
}
