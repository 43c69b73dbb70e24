import { useState } from 'react';
import { type Answering, isMinor, isNotEnoughAlone } from '#shared/features/consents/giver.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import type { FirstAnswers, Problems } from './first-answers.ts';
import { chosenGiver } from './giver-choice.ts';
import { GiverFields } from './giver-fields.tsx';

interface FirstGiverProps {
  answers: FirstAnswers;
  answering: Answering;
  problems: Problems;
}

/** Who gives the answers of a new customer: asked of a minor, of an adult only when it is another. */
export function FirstGiver({ answers, answering, problems }: FirstGiverProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const [isOther, setIsOther] = useState(false);
  const chosen = chosenGiver(answers.giver, answering);
  const nameAnother = () => {
    answers.setGiver({ giver: 'representative' });
    setIsOther(true);
  };
  if (!isOther && !isMinor(answering) && chosen === 'customer') {
    return <LinkButton onPress={nameAnother}>{t('consents:giver.another')}</LinkButton>;
  }
  const consents = answers.asked.filter((purpose) => answers.of(purpose).answer === 'given');
  const channels = consents.flatMap((purpose) => answers.of(purpose).channels);
  const isWeak = isNotEnoughAlone(chosen === 'customer' ? chosen : null, 'given', channels, answering);
  const errorOf = (code: IssueCode | undefined) => code && ofIssue(code);
  return (
    <GiverFields
      label={t('consents:giver.labelOfAll')}
      answering={answering}
      giver={{
        id: 'consents.giver',
        value: chosen,
        onChange: (giver) => answers.setGiver({ giver }),
        error: errorOf(problems['consents.giver']),
      }}
      giverName={{
        id: 'consents.giverName',
        value: answers.giver.giverName,
        onChange: (giverName) => answers.setGiver({ giverName }),
        error: errorOf(problems['consents.giverName']),
      }}
      focusesName={isOther}
      note={isWeak ? t('consents:giver.notEnoughAlone') : undefined}
    />
  );
}
