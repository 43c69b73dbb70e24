import { useQuery } from '@tanstack/react-query';
import { MonitorUp } from 'lucide-react';
import { useState } from 'react';
import type { Wording as WordingVersion } from '#shared/features/consents/contract.ts';
import { answerWays, channelsOf, type Purpose } from '#shared/features/consents/purposes.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import type { Language } from '#shared/values/language.ts';
import { client } from '../../api/client.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { StateMark } from '../../app/state-mark.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/checkbox-group.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { NumberedSection } from '../../ui/numbered-section.tsx';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';
import { Wording } from '../../ui/wording.tsx';
import { CustomerView } from './customer-view.tsx';
import { type FirstAnswers, newCustomer, type Problems, useFirstAnswers } from './first-answers.ts';
import styles from './first-consents.module.css';
import { FirstGiver } from './first-giver.tsx';
import { answererOf } from './giver-choice.ts';
import type { EntryInput } from './record/entry-form.ts';

export interface FirstConsentsProps {
  /** number of the section in the form */
  number: number;
  answers: FirstAnswers;
  wordings: readonly WordingVersion[];
  /** the language that the customer reads, chosen earlier in the form */
  language: Language;
  onLanguage: (language: Language) => void;
  /** whole years by the birth date in the form; null while there is none */
  age: number | null;
}

export interface FirstConsentsForm {
  /** for `<FirstConsents {...section} />` */
  section: Pick<FirstConsentsProps, 'answers' | 'wordings'>;
  /** The entries for `customers.register`; null when an answer is missing, which the section then shows. */
  check: (language: Language, age: number | null) => EntryInput[] | null;
  /** what is missing after a check, for the `ErrorSummary` of the form */
  problems: (age: number | null) => { id: string; label: string }[];
  /** what was answered so far, for the draft of the form */
  typed: object;
}

/**
 * The questions of section 4 in the form of a new customer: the form asks `check` when it saves.
 * @param kept what the draft of the form holds; its `consents` are ours
 */
export function useFirstConsents(kept: unknown): FirstConsentsForm {
  const t = useTexts();
  const { data: wordings = [] } = useQuery(client.consents.wordings());
  const answers = useFirstAnswers(wordings, kept);
  const labelOf = (id: string) => {
    if (id === 'consents.giver') return t('consents:giver.labelOfAll');
    if (id === 'consents.giverName') return t('consents:giver.name');
    const purpose = answers.asked.find((one) => id.startsWith(`consents.${one}`));
    return purpose ? t(`words:purposes.${purpose}`) : t('consents:first.way');
  };
  return {
    section: { answers, wordings },
    check: (language, age) => answers.check(language, newCustomer(age)),
    problems: (age) =>
      Object.keys(answers.problemsFor(newCustomer(age))).map((id) => ({ id, label: labelOf(id) })),
    typed: answers.typed,
  };
}

/** What a new customer is asked at the desk, with the exact wordings; nothing is chosen beforehand. */
export function FirstConsents(props: FirstConsentsProps) {
  const { number, answers, wordings, language, onLanguage, age } = props;
  const t = useTexts();
  const faults = useFaultTexts();
  const [isShown, setIsShown] = useState(false);
  useViewKeys([
    {
      keys: 'F10',
      label: t('consents:record.showCustomer'),
      action: () => setIsShown(true),
      isEnabled: wordings.length > 0,
    },
  ]);
  const asked = answers.asked.flatMap((purpose) => wordings.find((one) => one.purpose === purpose) ?? []);
  const answering = newCustomer(age);
  const problems = answers.problemsFor(answering);
  const { way } = answers;
  return (
    <NumberedSection
      number={number}
      title={t('consents:title')}
      hint={t('consents:first.hint')}
      action={
        <Button
          keys="F10"
          icon={<MonitorUp size={16} aria-hidden="true" />}
          onPress={() => setIsShown(true)}
          isDisabled={wordings.length === 0}
        >
          {t('consents:record.showCustomer')}
        </Button>
      }
    >
      <div className={styles.questions}>
        {asked.map((wording) => (
          <Question
            key={wording.id}
            wording={wording}
            answers={answers}
            language={language}
            problems={problems}
          />
        ))}
        {asked.length < wordings.length && (
          <div className={styles.more}>
            <LinkButton onPress={answers.askMore}>{t('consents:first.more')}</LinkButton>
          </div>
        )}
        <div className={styles.way}>
          <SegmentedAnswer
            small
            id="consents.way"
            label={t('consents:first.way')}
            choices={answerWays.map((value) => ({ value, label: t(`consents:ways.${value}`) }))}
            value={way}
            onChange={answers.setWay}
            error={problems['consents.way'] && faults.ofIssue(problems['consents.way'])}
          />
          <FirstGiver answers={answers} answering={answering} problems={problems} />
        </div>
      </div>
      {isShown && (
        <CustomerView
          questions={asked.map(({ purpose, texts }) => {
            const { answer, channels } = answers.of(purpose);
            return { purpose, texts, channels, answer: answer === 'not-asked' ? null : answer };
          })}
          answerer={answererOf(answers.giver, answering)}
          language={language}
          onLanguage={onLanguage}
          onAnswer={(purpose, answer) => answers.answer(purpose, { answer })}
          onClose={() => setIsShown(false)}
        />
      )}
    </NumberedSection>
  );
}

const firstAnswers = ['given', 'refused', 'not-asked'] as const;

function Question({
  wording: { purpose, version, texts },
  answers,
  language,
  problems,
}: {
  wording: WordingVersion;
  answers: FirstAnswers;
  language: Language;
  problems: Problems;
}) {
  const t = useTexts();
  const { answer } = answers.of(purpose);
  return (
    <div className={styles.question}>
      <div className={styles.head}>
        <h3>{t(`words:purposes.${purpose}`)}</h3>
        <span>{t('consents:first.version', { version })}</span>
      </div>
      <Wording size="small" text={texts[language]} lang={language} />
      <SegmentedAnswer
        isLabelHidden
        id={`consents.${purpose}`}
        label={t(`words:purposes.${purpose}`)}
        choices={firstAnswers.map((value) => ({
          value,
          label: t(`consents:first.answers.${value}`),
          icon: <StateMark state={value} />,
        }))}
        value={answer}
        onChange={(chosen) => answers.answer(purpose, { answer: chosen })}
        error={problems[`consents.${purpose}`] && t('consents:first.chooseAnswer')}
      />
      {answer === 'given' && channelsOf(purpose).length > 0 && (
        <Channels purpose={purpose} answers={answers} problem={problems[`consents.${purpose}.channels`]} />
      )}
    </div>
  );
}

function Channels({
  purpose,
  answers,
  problem,
}: {
  purpose: Purpose;
  answers: FirstAnswers;
  problem: IssueCode | undefined;
}) {
  const t = useTexts();
  const faults = useFaultTexts();
  return (
    <CheckboxGroup
      isLabelHidden
      id={`consents.${purpose}.channels`}
      label={`${t(`words:purposes.${purpose}`)}: ${t('consents:first.channelsOf')}`}
      choices={channelsOf(purpose).map((channel) => ({
        value: channel,
        label: t(`consents:channels.${channel}`),
      }))}
      value={answers.of(purpose).channels}
      onChange={(channels) => answers.answer(purpose, { channels })}
      error={problem && faults.ofIssue(problem)}
    />
  );
}
