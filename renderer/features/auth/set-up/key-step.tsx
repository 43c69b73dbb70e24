import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { KeySheet } from '../../../app/recovery-key/key-sheet.tsx';
import { type Kept, ToPaper } from '../../../app/recovery-key/to-paper.tsx';
import { TypeBack, type TypedGroup, typeBackFormId } from '../../../app/recovery-key/type-back.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
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

/** Step 3: the recovery key, shown until it is on paper; two groups typed back prove that it can be read. */
export function KeyStep(props: KeyStepProps) {
  const { clinicName, groups, asked, onBack, onCreate, isCreating, error } = props;
  const t = useTexts();
  const { language } = usePreferences();
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
      <ToPaper
        task={client.auth.printRecoveryKey}
        input={{ language, clinicName }}
        kept={kept}
        onKept={setKept}
      />
      {error && (
        <Banner tone="stop" role="alert">
          {error}
        </Banner>
      )}
      {kept && <TypeBack groups={groups} asked={asked} onDone={onCreate} />}
    </WizardFrame>
  );
}
