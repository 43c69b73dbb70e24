import { type ReactNode, useState } from 'react';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { RelationContext, type Restricted } from '../api/relation.ts';
import { useTexts } from '../locales/use-texts.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

interface Question {
  readonly restricted: Restricted;
  readonly answer: (relatesTo: string | null) => void;
}

/** While a customer's processing is restricted, every change asks to which request it belongs. */
export function RelationProvider({ children }: { children: ReactNode }) {
  const t = useTexts();
  const [question, setQuestion] = useState<Question | null>(null);
  const [reason, setReason] = useState('');
  const [ask] = useState(
    () => (restricted: Restricted) =>
      new Promise<string | null>((resolve) => {
        setReason('');
        setQuestion({ restricted, answer: resolve });
      }),
  );
  const answer = (relatesTo: string | null) => {
    setQuestion(null);
    question?.answer(relatesTo);
  };
  return (
    <RelationContext value={ask}>
      {children}
      {question && (
        <ReasonDialog
          title={t('customers:restriction.askTitle')}
          label={t('customers:restriction.request')}
          missing={t('faults:issues.required')}
          confirmLabel={t('customers:restriction.saveChange')}
          cancelLabel={t('customers:restriction.leave')}
          reason={reason}
          onReason={setReason}
          onConfirm={answer}
          onClose={() => answer(null)}
        >
          {t('customers:restriction.askText', {
            number: question.restricted.customerNumber,
            date: formatDate(dateAt(question.restricted.since)),
          })}
        </ReasonDialog>
      )}
    </RelationContext>
  );
}
