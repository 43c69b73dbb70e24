import { type ReactNode, useState } from 'react';
import { type Language, languages } from '#shared/values/language.ts';
import type { Action } from '../api/members.ts';
import { useTask } from '../api/use-task.ts';
import { useTexts } from '../locales/use-texts.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SegmentedAnswer } from '../ui/segmented-answer.tsx';
import { useToasts } from '../ui/toast.tsx';
import { useFaultTexts } from './fault-text.ts';
import styles from './print-question.module.css';

interface Chosen {
  /** Null is the customer's own. */
  language: Language | null;
  to: 'file' | 'paper';
}

interface Printed {
  outcome: 'saved' | 'printed' | 'cancelled';
  fileName: string | null;
}

interface PrintQuestionProps<Input> {
  title: string;
  /** what is printed */
  about: ReactNode;
  languageLabel: string;
  /** what else is asked of it */
  more?: ReactNode;
  print: Action<Input, Printed, 'task'>;
  inputOf: (chosen: Chosen) => Input;
  texts: { saved: (fileName: string) => string; printed: string; notSaved: string };
  onClose: () => void;
}

/** Asks where something that is made for the customer goes, a file or paper, and in which language. */
export function PrintQuestion<Input>(props: PrintQuestionProps<Input>) {
  const { title, about, languageLabel, more, texts, onClose } = props;
  const t = useTexts();
  const toasts = useToasts();
  const { ofError } = useFaultTexts();
  const [language, setLanguage] = useState<Language | 'own'>('own');
  const print = useTask(props.print, {
    onDone: ({ outcome, fileName }) => {
      if (outcome === 'cancelled') return;
      toasts.show({ text: outcome === 'saved' ? texts.saved(fileName ?? '') : texts.printed });
      onClose();
    },
  });
  const start = (to: 'file' | 'paper') => {
    if (!print.isPending) print.mutate(props.inputOf({ language: language === 'own' ? null : language, to }));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button keys="Esc" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button isPending={print.isPending} onPress={() => start('paper')}>
            {t('print.toPaper')}
          </Button>
          <Button autoFocus variant="primary" isPending={print.isPending} onPress={() => start('file')}>
            {t('print.toFile')}
          </Button>
        </>
      }
    >
      <div className={styles.choices}>
        {about}
        <SegmentedAnswer
          isWide
          label={languageLabel}
          value={language}
          onChange={setLanguage}
          choices={[
            { value: 'own' as const, label: t('print.ownLanguage') },
            ...languages.map((value) => ({ value, label: t(`words:languages.${value}`) })),
          ]}
        />
        {more}
        {print.data?.outcome === 'cancelled' && (
          <Banner tone="warn" isSlim role="status" title={texts.notSaved} />
        )}
        {print.error && <Banner tone="stop" isSlim role="alert" title={ofError(print.error)} />}
      </div>
    </Dialog>
  );
}
