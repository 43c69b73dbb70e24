import { Copy } from 'lucide-react';
import { useState } from 'react';
import { desktop } from '../api/desktop.ts';
import { useTexts } from '../locales/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './exported-file.module.css';

interface ExportedFileProps {
  fileName: string;
  passphrase: string;
  onClose: () => void;
}

/** The file's password, once. Only its own button closes: after a stray Esc nobody could open the file. */
export function ExportedFile({ fileName, passphrase, onClose }: ExportedFileProps) {
  const t = useTexts();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await desktop.copyText({ text: passphrase });
    setIsCopied(true);
  };
  return (
    <Dialog
      isOpen
      onClose={stay}
      title={t('reports:export.savedTitle')}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('reports:export.done')}
        </Button>
      }
    >
      <dl className={styles.result}>
        <dt>{t('reports:export.file')}</dt>
        <dd>{fileName}</dd>
        <dt>{t('reports:export.passphrase')}</dt>
        <dd className={styles.passphrase}>
          <code>{passphrase}</code>
          <Button small autoFocus icon={<Copy size={15} aria-hidden="true" />} onPress={() => void copy()}>
            {t('reports:export.copy')}
          </Button>
        </dd>
      </dl>
      <p role="status" className={styles.copied}>
        {isCopied && t('copied')}
      </p>
      <div className={styles.text}>
        <p>
          <b>{t('reports:export.tell')}</b>
        </p>
        <p>{t('reports:export.once')}</p>
      </div>
    </Dialog>
  );
}

function stay(): void {
  // the question has to be answered
}
