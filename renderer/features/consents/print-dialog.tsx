import { useState } from 'react';
import { type Language, languages } from '#shared/values/language.ts';
import { client } from '../../api/client.ts';
import { useTask } from '../../api/use-task.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';
import { useToasts } from '../../ui/toast.tsx';
import styles from './consents-tab.module.css';

/** Asks where the customer's consents and prohibitions go, and in which language. */
export function PrintDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const [language, setLanguage] = useState<Language | 'own'>('own');
  const print = useTask(client.consents.printHistory, {
    onDone: ({ outcome, fileName }) => {
      if (outcome === 'cancelled') return;
      const text =
        outcome === 'saved'
          ? t('consents:print.saved', { file: fileName ?? '' })
          : t('consents:print.printed');
      toasts.show({ text });
      onClose();
    },
  });
  const start = (to: 'file' | 'paper') => {
    if (!print.isPending) print.mutate({ customerId, language: language === 'own' ? null : language, to });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('consents:print.title')}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button isPending={print.isPending} onPress={() => start('paper')}>
            {t('consents:print.toPaper')}
          </Button>
          <Button autoFocus variant="primary" isPending={print.isPending} onPress={() => start('file')}>
            {t('consents:print.toFile')}
          </Button>
        </>
      }
    >
      <div className={styles.print}>
        <p>{t('consents:print.text')}</p>
        <SegmentedAnswer
          isWide
          label={t('consents:print.language')}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: 'own' as const, label: t('consents:print.ownLanguage') },
            ...languages.map((value) => ({ value, label: t(`words:languages.${value}`) })),
          ]}
        />
        {print.data?.outcome === 'cancelled' && (
          <Banner tone="warn" isSlim role="status" title={t('consents:print.notSaved')} />
        )}
        {print.error && <Banner tone="stop" isSlim role="alert" title={ofError(print.error)} />}
      </div>
    </Dialog>
  );
}
