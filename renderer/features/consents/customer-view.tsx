import { Mail, Mailbox, MessageSquare, Phone } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay, Radio, RadioGroup } from 'react-aria-components';
import type { GivenBy } from '#shared/features/consents/giver.ts';
import type { Channel, Purpose } from '#shared/features/consents/purposes.ts';
import { type InEveryLanguage, type Language, languages } from '#shared/values/language.ts';
import { usePerson } from '../../app/session.tsx';
import { StateMark } from '../../app/state-mark.tsx';
import { useTitleBar } from '../../app/title-bar.ts';
import { useTextsIn } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import styles from './customer-view.module.css';

export interface Question {
  purpose: Purpose;
  texts: InEveryLanguage;
  channels: readonly Channel[];
  answer: 'given' | 'refused' | null;
}

export interface CustomerViewProps {
  /** one, or several that the customer goes through */
  questions: readonly Question[];
  /** who is at the screen; null while it has not been said */
  answerer: Pick<GivenBy, 'role' | 'name'> | null;
  language: Language;
  onLanguage: (language: Language) => void;
  /** the customer chose; staff still saves */
  onAnswer: (purpose: Purpose, answer: 'given' | 'refused') => void;
  onClose: () => void;
}

/**
 * The whole window for the customer at the desk: the wording and the answers, and nothing of the register.
 * All words are in the language that the customer reads, not in the program's.
 */
export function CustomerView({
  questions,
  answerer,
  language,
  onLanguage,
  onAnswer,
  onClose,
}: CustomerViewProps) {
  const t = useTextsIn(language);
  const [at, setAt] = useState(0);
  useTitleBar('paper', 'spine');
  const question = questions[at];
  if (!question) return null;
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={classNames(styles.overlay)}>
      <Modal className={classNames(styles.modal)}>
        <Dialog className={classNames(styles.view)} aria-label={t('consents:customerView.title')}>
          <ViewHead language={language} onLanguage={onLanguage} />
          <QuestionText question={question} answerer={answerer} language={language} />
          <footer className={styles.foot}>
            {(['given', 'refused'] as const).map((answer) => (
              <button
                key={answer}
                type="button"
                className={styles.answer}
                aria-pressed={question.answer === answer}
                onClick={() => onAnswer(question.purpose, answer)}
              >
                <StateMark state={answer} size={22} />
                {t(`consents:customerView.${answer}`)}
              </button>
            ))}
            {questions.length > 1 && (
              <Pager at={at} count={questions.length} onMove={setAt} language={language} />
            )}
            <p>
              {t(`consents:customerView.${question.answer ? 'thanks' : 'noEffect'}`)}{' '}
              {t('consents:customerView.staffCloses')} <Kbd keys="Esc" />
            </p>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function ViewHead({ language, onLanguage }: Pick<CustomerViewProps, 'language' | 'onLanguage'>) {
  const t = useTextsIn(language);
  const { clinicName } = usePerson();
  return (
    <header className={styles.head}>
      <b>{clinicName}</b>
      <RadioGroup
        className={classNames(styles.languages)}
        orientation="horizontal"
        aria-label={t('consents:customerView.language')}
        value={language}
        onChange={(chosen) => onLanguage(chosen as Language)}
      >
        {languages.map((one) => (
          <Radio key={one} value={one} lang={one} className={classNames(styles.language)}>
            {t(`consents:customerView.languages.${one}`)}
          </Radio>
        ))}
      </RadioGroup>
    </header>
  );
}

const icons = { email: Mail, sms: MessageSquare, phone: Phone, post: Mailbox };

function QuestionText({
  question,
  answerer,
  language,
}: { question: Question } & Pick<CustomerViewProps, 'answerer' | 'language'>) {
  const t = useTextsIn(language);
  const { purpose, texts, channels } = question;
  const [open, close] = language === 'en' ? ['“', '”'] : ['”', '”'];
  return (
    <section className={styles.question} lang={language}>
      <p className={styles.cap}>{t('consents:customerView.cap')}</p>
      <h1>{t(`words:purposes.${purpose}`)}</h1>
      <blockquote>{`${open}${texts[language]}${close}`}</blockquote>
      {answerer?.name && (
        <p className={styles.answerer}>
          {t('consents:customerView.answerer', {
            name: answerer.name,
            role: t(`words:givers.${answerer.role}`),
          })}
        </p>
      )}
      {channels.length > 0 && (
        <ul className={styles.channels}>
          {channels.map((channel) => {
            const Icon = icons[channel];
            return (
              <li key={channel}>
                <Icon size={20} aria-hidden="true" />
                {t(`consents:byChannel.${channel}`)}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Pager(props: { at: number; count: number; language: Language; onMove: (at: number) => void }) {
  const { at, count, language, onMove } = props;
  const t = useTextsIn(language);
  return (
    <div className={styles.pager}>
      <Button variant="quiet" isDisabled={at === 0} onPress={() => onMove(at - 1)}>
        {t('consents:customerView.previous')}
      </Button>
      <span>{t('consents:customerView.position', { at: at + 1, of: count })}</span>
      <Button variant="quiet" isDisabled={at + 1 === count} onPress={() => onMove(at + 1)}>
        {t('consents:customerView.next')}
      </Button>
    </div>
  );
}
