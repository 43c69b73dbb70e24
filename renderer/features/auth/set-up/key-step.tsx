import { ArrowLeft, Check, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { formatTime } from '#shared/values/dates.ts';
import { sameRecoveryGroup } from '#shared/values/recovery-key.ts';
import { client } from '../../../api/client.ts';
import { useTask } from '../../../api/use-task.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { focusField } from '../../../ui/focus-field.ts';
import { TextField } from '../../../ui/text-field.tsx';
import { KeySheet } from '../key-sheet.tsx';
import styles from './key-step.module.css';
import { FootGap, FootNote, WizardFrame } from './wizard-frame.tsx';

/** What was typed back from paper: group number to text. */
export type TypedGroup = { number: number; text: string };

interface KeyStepProps {
  clinicName: string;
  groups: readonly string[];
  /** The two groups that are asked back. */
  asked: readonly [number, number];
  onBack: () => void;
  onCreate: (typed: TypedGroup[]) => void;
  isCreating: boolean;
  /** A sentence, when the register could not be created. */
  error: string | undefined;
}

type Kept = { how: 'printed'; at: string } | { how: 'written' };

const formId = 'set-up-key';

/** Step 3: the recovery key, shown until it is on paper; two groups typed back prove that it can be read. */
export function KeyStep({ clinicName, groups, asked, onBack, onCreate, isCreating, error }: KeyStepProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { language } = usePreferences();
  const [kept, setKept] = useState<Kept | null>(null);
  const print = useTask(client.auth.printRecoveryKey, {
    onDone: ({ outcome }) => {
      if (outcome === 'printed') setKept({ how: 'printed', at: new Date().toISOString() });
    },
  });
  const doPrint = () => print.mutate({ language, clinicName });
  useViewKeys([{ keys: 'Ctrl+P', label: t('auth:key.print'), action: doPrint }]);
  const problem = error ?? (print.error ? ofError(print.error) : undefined);
  const isCancelled = print.data?.outcome === 'cancelled' && kept === null;
  return (
    <WizardFrame
      step={3}
      title={t('auth:key.title')}
      lead={t('auth:key.lead')}
      footer={
        <>
          <Button icon={<ArrowLeft aria-hidden="true" />} onPress={onBack} isDisabled={isCreating}>
            {t('back')}
          </Button>
          <FootGap />
          <FootNote>{!kept && t('auth:key.notYet')}</FootNote>
          {kept && (
            <Button type="submit" form={formId} variant="primary" keys="Enter" isPending={isCreating}>
              {isCreating ? t('auth:key.creating') : t('auth:key.create')}
            </Button>
          )}
        </>
      }
    >
      <KeySheet clinicName={clinicName} groups={groups} covered={kept ? asked : []} />
      <div className={styles.actions}>
        <Button
          icon={<Printer aria-hidden="true" />}
          keys={['Ctrl', 'P']}
          variant={kept ? 'secondary' : 'primary'}
          isPending={print.isPending}
          onPress={doPrint}
        >
          {print.isPending
            ? t('auth:key.printing')
            : t(kept?.how === 'printed' ? 'auth:key.printAgain' : 'auth:key.print')}
        </Button>
        {kept ? (
          <Button variant="quiet" onPress={() => setKept(null)}>
            {t('auth:key.showAgain')}
          </Button>
        ) : (
          <Button onPress={() => setKept({ how: 'written' })}>{t('auth:key.written')}</Button>
        )}
        <span role="status">
          {kept && (
            <Badge tone="ok" icon={<Check size={13} aria-hidden="true" />}>
              {kept.how === 'printed'
                ? t('auth:key.printed', { time: formatTime(kept.at) })
                : t('auth:key.writtenDone')}
            </Badge>
          )}
          {isCancelled && t('auth:key.notPrinted')}
        </span>
      </div>
      {problem && (
        <Banner tone="stop" role="alert">
          {problem}
        </Banner>
      )}
      {kept && <TypeBack groups={groups} asked={asked} onCreate={onCreate} />}
    </WizardFrame>
  );
}

type TypeBackProps = Pick<KeyStepProps, 'groups' | 'asked' | 'onCreate'>;

function TypeBack({ groups, asked, onCreate }: TypeBackProps) {
  const t = useTexts();
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isTried, setIsTried] = useState(false);
  const isRight = (number: number) => sameRecoveryGroup(typed[number] ?? '', groups[number - 1] ?? '');
  const wrong = asked.filter((number) => !isRight(number));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const [first] = wrong;
    if (first === undefined) onCreate(asked.map((number) => ({ number, text: typed[number] ?? '' })));
    else focusField(`group-${first}`);
  };
  return (
    <form id={formId} noValidate className={styles.confirm} onSubmit={submit}>
      <div>
        <h2>{t('auth:key.confirmTitle')}</h2>
        <p>{t('auth:key.confirm', { first: asked[0], second: asked[1] })}</p>
      </div>
      {asked.map((number, index) => (
        <TextField
          key={number}
          id={`group-${number}`}
          isMono
          autoFocus={index === 0}
          maxLength={8}
          label={t('auth:key.group', { number })}
          value={typed[number] ?? ''}
          onChange={(text) => setTyped({ ...typed, [number]: text })}
          suffix={isRight(number) && <Check size={16} aria-hidden="true" />}
          suffixTone="ok"
          error={
            isTried && !isRight(number)
              ? t('faults:rules.recovery-groups-differ', { groups: number })
              : undefined
          }
        />
      ))}
    </form>
  );
}
