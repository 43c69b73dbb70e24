import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { actingKeys, type KeyScope } from '../keys/key-map.ts';
import { keycaps } from '../keys/key-name.ts';
import { useAllKeys } from '../keys/use-keys.tsx';
import styles from './all-keys-dialog.module.css';

/** F1: every key that does something now, with what it does. */
export function AllKeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const openGuide = () => {
    onClose();
    void navigate({ to: '/guide' });
  };
  const footer = (
    <>
      <Button onPress={openGuide}>{t('guide:open')}</Button>
      <Button autoFocus keys="Esc" onPress={onClose}>
        {t('close')}
      </Button>
    </>
  );
  return (
    <Dialog isWide isOpen={isOpen} onClose={onClose} title={t('shell:keys.title')} footer={footer}>
      <div className={styles.columns}>
        <KeyList place="here" title={t('shell:keys.here')} />
        <KeyList place="everywhere" title={t('shell:keys.everywhere')} />
      </div>
    </Dialog>
  );
}

function KeyList({ place, title }: { place: KeyScope['place']; title: string }) {
  const keys = actingKeys(useAllKeys()).filter((key) => key.place === place);
  if (keys.length === 0) return null;
  return (
    <section>
      <SectionHead level={3} title={title} />
      <dl className={styles.list}>
        {keys.map(({ keys: name, label }) => (
          <div key={name} className={styles.row}>
            <dt>
              <Kbd keys={keycaps(name)} />
              {/* the keycaps are drawn for the eye; this is the same for the ear */}
              <span className={styles.spoken}>{name}</span>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
