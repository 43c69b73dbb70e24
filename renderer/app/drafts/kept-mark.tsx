import { Lock } from 'lucide-react';
import { formatTime } from '#shared/values/dates.ts';
import { useTexts } from '../../locales/use-texts.ts';
import styles from './kept-mark.module.css';

/** Tells in a form that what is typed is kept, and since when. */
export function KeptMark({ keptAt }: { keptAt: string | null }) {
  const t = useTexts();
  if (keptAt === null) return null;
  return (
    <span className={styles.mark}>
      <Lock size={14} aria-hidden="true" />
      {t('shell:drafts.kept', { time: formatTime(keptAt) })}
    </span>
  );
}
