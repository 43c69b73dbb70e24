import { useState } from 'react';
import type { DoorState, SignedInPerson } from '#shared/features/auth/contract.ts';
import { useActivity } from '../../../app/activity.ts';
import { KeySheet } from '../../../app/recovery-key/key-sheet.tsx';
import { useSession } from '../../../app/session.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { DoorFrame } from '../door/door-frame.tsx';
import styles from './recover-page.module.css';

interface NewKeyPageProps {
  clinic: DoorState['clinic'];
  person: SignedInPerson;
  newRecoveryKey: readonly string[];
}

/** The old recovery key is used up; the new one is shown this once. */
export function NewKeyPage({ clinic, person, newRecoveryKey }: NewKeyPageProps) {
  const t = useTexts();
  const { enter } = useSession();
  const [isKept, setIsKept] = useState(false);
  useActivity();
  return (
    <DoorFrame clinic={clinic}>
      <div className={classNames(styles.box, styles.wide)}>
        <h1>{t('auth:recover.doneTitle')}</h1>
        <p className={styles.lead}>{t('auth:recover.doneLead')}</p>
        <KeySheet clinicName={person.clinicName} groups={newRecoveryKey} />
        <Checkbox isSelected={isKept} onChange={setIsKept}>
          {t('auth:recover.kept')}
        </Checkbox>
        {isKept && (
          <div>
            <Button variant="primary" onPress={() => enter(person)}>
              {t('auth:recover.continue')}
            </Button>
          </div>
        )}
      </div>
    </DoorFrame>
  );
}
