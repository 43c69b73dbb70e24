import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import styles from './set-up.module.css';

interface CommitmentDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onAccept: () => void;
}

const points = ['duty', 'silence', 'curiosity', 'account', 'log', 'after'] as const;

/** The confidentiality commitment (vaitiolositoumus) that every user makes. */
export function CommitmentDialog({ isOpen, onClose, onAccept }: CommitmentDialogProps) {
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
