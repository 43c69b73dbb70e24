import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { PrintQuestion } from '../../../app/print-question.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import styles from './receipt.module.css';
import type { ReceiptOf } from './receipt-of.ts';

interface ReceiptDialogProps {
  receipt: ReceiptOf;
  onClose: () => void;
}

/** Asks where the receipt goes, in which language, and whether the customer wants the name on it. */
export function ReceiptDialog({ receipt, onClose }: ReceiptDialogProps) {
  const { customerId, visitId, number, what, when } = receipt;
  const t = useTexts();
  const [withName, setWithName] = useState(false);
  return (
    <PrintQuestion
      title={t('prices:receipt.title', { number })}
      about={
        <p className={styles.of}>
          <b>{what}</b>
          <br />
          {when}
        </p>
      }
      languageLabel={t('prices:receipt.language')}
      more={
        <>
          <Checkbox isSelected={withName} onChange={setWithName}>
            {t('prices:receipt.withName')}
          </Checkbox>
          <p className={styles.help}>{t('prices:receipt.withNameHelp')}</p>
        </>
      }
      print={client.visits.printReceipt}
      inputOf={(chosen) => ({ customerId, visitId, withName, ...chosen })}
      texts={{
        saved: (file) => t('prices:receipt.saved', { file }),
        printed: t('prices:receipt.printed'),
        notSaved: t('prices:receipt.notSaved'),
      }}
      onClose={onClose}
    />
  );
}
