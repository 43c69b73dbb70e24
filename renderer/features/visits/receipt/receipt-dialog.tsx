import { useState } from 'react';
import { type Language, languages } from '#shared/values/language.ts';
import { client } from '../../../api/client.ts';
import { useTask } from '../../../api/use-task.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SegmentedAnswer } from '../../../ui/segmented-answer.tsx';
import { useToasts } from '../../../ui/toast.tsx';
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
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const [language, setLanguage] = useState<Language | 'own'>('own');
  const [withName, setWithName] = useState(false);
  const print = useTask(client.visits.printReceipt, {
    onDone: ({ outcome, fileName }) => {
      if (outcome === 'cancelled') return;
      toasts.show({
        text:
          outcome === 'saved'
            ? t('prices:receipt.saved', { file: fileName ?? '' })
            : t('prices:receipt.printed'),
      });
      onClose();
    },
  });
  const start = (to: 'file' | 'paper') => {
    if (print.isPending) return;
    print.mutate({ customerId, visitId, language: language === 'own' ? null : language, withName, to });
  };
  const choices = [
    { value: 'own' as const, label: t('prices:receipt.ownLanguage') },
    ...languages.map((value) => ({ value, label: t(`words:languages.${value}`) })),
  ];
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('prices:receipt.title', { number })}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button isPending={print.isPending} onPress={() => start('paper')}>
            {t('prices:receipt.toPaper')}
          </Button>
          <Button autoFocus variant="primary" isPending={print.isPending} onPress={() => start('file')}>
            {t('prices:receipt.toFile')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        <p className={styles.of}>
          <b>{what}</b>
          <br />
          {when}
        </p>
        <SegmentedAnswer
          isWide
          label={t('prices:receipt.language')}
          value={language}
          onChange={setLanguage}
          choices={choices}
        />
        <Checkbox isSelected={withName} onChange={setWithName}>
          {t('prices:receipt.withName')}
        </Checkbox>
        <p className={styles.help}>{t('prices:receipt.withNameHelp')}</p>
        {print.data?.outcome === 'cancelled' && (
          <Banner tone="warn" isSlim role="status" title={t('prices:receipt.notSaved')} />
        )}
        {print.error && <Banner tone="stop" isSlim role="alert" title={ofError(print.error)} />}
      </div>
    </Dialog>
  );
}
