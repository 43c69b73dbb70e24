import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useMay } from '../../app/access.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import styles from './keys.module.css';
import { RenewDialog } from './renew-dialog.tsx';
import { RotateDialog } from './rotate-dialog.tsx';

/** In settings, for administrators: a new key of the database, a new recovery key. */
export function KeysSection() {
  const t = useTexts();
  const may = useMay();
  const [opened, setOpened] = useState<'rotate' | 'renew' | null>(null);
  const close = () => setOpened(null);
  return (
    <section className={styles.section} aria-labelledby="settings-keys">
      <SectionHead id="settings-keys" title={t('keys:title')} />
      {may(client.keys.rotate) ? (
        <>
          <p className={styles.note}>{t('keys:rotate.note')}</p>
          <div>
            <Button onPress={() => setOpened('rotate')}>{t('keys:rotate.action')}</Button>
          </div>
          <p className={styles.note}>{t('keys:recovery.note')}</p>
          <div>
            <Button onPress={() => setOpened('renew')}>{t('keys:recovery.action')}</Button>
          </div>
        </>
      ) : (
        <p className={styles.note}>{t('keys:onlyAdministrators')}</p>
      )}
      {opened === 'rotate' && <RotateDialog onClose={close} />}
      {opened === 'renew' && <RenewDialog onClose={close} />}
    </section>
  );
}
