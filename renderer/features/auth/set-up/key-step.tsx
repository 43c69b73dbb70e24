import { ArrowLeft, Check, Printer } from 'lucide-react';
import { useState } from 'react';
import { formatTime } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useTask } from '../../../api/use-task.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { usePreferences } from '../../../app/preferences.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { KeySheet } from '../key-sheet.tsx';
import styles from './key-step.module.css';
import { TypeBack, type TypedGroup, typeBackFormId } from './type-back.tsx';
import { FootGap, FootNote, WizardFrame } from './wizard-frame.tsx';

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

/** How the key came to paper; until then it is shown whole. */
type Kept = { how: 'printed'; at: string } | { how: 'written' };

/** Step 3: the recovery key, shown until it is on paper; two groups typed back prove that it can be read. */
export function KeyStep(props: KeyStepProps) {
  const { clinicName, groups, asked, onBack, onCreate, isCreating, error } = props;
  const t = useTexts();
  const [kept, setKept] = useState<Kept | null>(null);
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
          {kept ? (
            <Button type="submit" form={typeBackFormId} variant="primary" keys="Enter" isPending={isCreating}>
              {isCreating ? t('auth:key.creating') : t('auth:key.create')}
            </Button>
          ) : (
            <FootNote>{t('auth:key.notYet')}</FootNote>
          )}
        </>
      }
    >
      <KeySheet clinicName={clinicName} groups={groups} covered={kept ? asked : []} />
      <ToPaper clinicName={clinicName} kept={kept} onKept={setKept} />
      {error && (
        <Banner tone="stop" role="alert">
          {error}
        </Banner>
      )}
      {kept && <TypeBack groups={groups} asked={asked} onDone={onCreate} />}
    </WizardFrame>
  );
}

interface ToPaperProps {
  clinicName: string;
  kept: Kept | null;
  onKept: (kept: Kept | null) => void;
}

/** Printing, or writing by hand; and showing the key again when the paper turns out unreadable. */
function ToPaper({ clinicName, kept, onKept }: ToPaperProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { language } = usePreferences();
  const print = useTask(client.auth.printRecoveryKey, {
    onDone: ({ outcome }) => {
      if (outcome === 'printed') onKept({ how: 'printed', at: new Date().toISOString() });
    },
  });
  const doPrint = () => print.mutate({ language, clinicName });
  useViewKeys([{ keys: 'Ctrl+P', label: t('auth:key.print'), action: doPrint }]);
  const printLabel = kept?.how === 'printed' ? t('auth:key.printAgain') : t('auth:key.print');
  const isCancelled = print.data?.outcome === 'cancelled' && kept === null;
  return (
    <>
      <div className={styles.actions}>
        <Button
          icon={<Printer aria-hidden="true" />}
          keys={['Ctrl', 'P']}
          variant={kept ? 'secondary' : 'primary'}
          isPending={print.isPending}
          onPress={doPrint}
        >
          {print.isPending ? t('auth:key.printing') : printLabel}
        </Button>
        {kept ? (
          <Button variant="quiet" onPress={() => onKept(null)}>
            {t('auth:key.showAgain')}
          </Button>
        ) : (
          <Button onPress={() => onKept({ how: 'written' })}>{t('auth:key.written')}</Button>
        )}
        <span role="status">
          {kept && <KeptBadge kept={kept} />}
          {isCancelled && t('auth:key.notPrinted')}
        </span>
      </div>
      {print.error && (
        <Banner tone="stop" role="alert">
          {ofError(print.error)}
        </Banner>
      )}
    </>
  );
}

function KeptBadge({ kept }: { kept: Kept }) {
  const t = useTexts();
  return (
    <Badge tone="ok" icon={<Check size={13} aria-hidden="true" />}>
      {kept.how === 'printed'
        ? t('auth:key.printed', { time: formatTime(kept.at) })
        : t('auth:key.writtenDone')}
    </Badge>
  );
}
