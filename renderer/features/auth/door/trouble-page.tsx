import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { DoorFrame } from './door-frame.tsx';
import styles from './trouble-page.module.css';

interface TroublePageProps {
  trouble: 'damaged' | 'newer';
  onCheckAgain: () => void;
}

/** Says what is wrong with the register and what can be done. Nothing here changes anything. */
export function TroublePage({ trouble, onCheckAgain }: TroublePageProps) {
  const t = useTexts();
  const advice =
    trouble === 'damaged'
      ? [t('auth:trouble.damaged.stop'), t('auth:trouble.damaged.again'), t('auth:trouble.damaged.help')]
      : [t('auth:trouble.newer.update'), t('auth:trouble.newer.wait')];
  return (
    <DoorFrame clinic={null}>
      <div className={styles.box}>
        <h1>{t(`auth:trouble.${trouble}Title`)}</h1>
        <p className={styles.lead}>{t(`auth:trouble.${trouble}Lead`)}</p>
        <h2>{t('auth:trouble.todo')}</h2>
        <ol className={styles.advice}>
          {advice.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <Button onPress={onCheckAgain}>{t('auth:trouble.check')}</Button>
      </div>
    </DoorFrame>
  );
}
