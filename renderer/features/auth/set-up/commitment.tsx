import { useState } from 'react';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { Binding } from '../../../ui/form/controlled.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import styles from './set-up.module.css';

/** The box for the confidentiality commitment (vaitiolositoumus), with its text at hand. */
export function Commitment({ field: { value, ...field } }: { field: Binding<boolean> }) {
  const t = useTexts();
  const [isReading, setIsReading] = useState(false);
  return (
    <div className={styles.accept}>
      <Checkbox {...field} isSelected={value}>
        {t('auth:person.accept')}
      </Checkbox>
      <LinkButton onPress={() => setIsReading(true)}>{t('auth:person.read')}</LinkButton>
      <CommitmentDialog
        isOpen={isReading}
        onClose={() => setIsReading(false)}
        onAccept={() => {
          field.onChange(true);
          setIsReading(false);
        }}
      />
    </div>
  );
}

interface CommitmentDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onAccept: () => void;
}

const points = ['duty', 'silence', 'curiosity', 'account', 'log', 'after'] as const;

function CommitmentDialog({ isOpen, onClose, onAccept }: CommitmentDialogProps) {
  const t = useTexts();
  const footer = (
    <>
      <Button keys="Esc" onPress={onClose}>
        {t('close')}
      </Button>
      <Button variant="primary" onPress={onAccept}>
        {t('auth:commitment.accept')}
      </Button>
    </>
  );
  return (
    <Dialog isWide isOpen={isOpen} onClose={onClose} title={t('auth:commitment.title')} footer={footer}>
      <p>{t('auth:commitment.intro')}</p>
      <ol className={styles.points}>
        {points.map((point) => (
          <li key={point}>{t(`auth:commitment.points.${point}`)}</li>
        ))}
      </ol>
      <p className={styles.law}>{t('auth:commitment.law')}</p>
    </Dialog>
  );
}
