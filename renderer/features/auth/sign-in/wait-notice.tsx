import { Timer } from 'lucide-react';
import { formatTime } from '#shared/values/dates.ts';
import { waitText } from '../../../app/wait-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import type { Wait } from './use-wait.ts';
import styles from './wait-notice.module.css';

/** Why no password is taken now, until when, and who can help. */
export function WaitNotice({ wait }: { wait: Wait }) {
  const t = useTexts();
  return (
    <div className={styles.notice}>
      <Timer size={20} aria-hidden="true" />
      <div>
        <div role="alert">
          <b>{t('auth:signIn.waitTitle', { time: formatTime(wait.until) })}</b>
          <p>{t('auth:signIn.waitText')}</p>
        </div>
        <div className={styles.count}>
          <div
            className={styles.track}
            role="progressbar"
            aria-label={t('auth:signIn.waitPassed')}
            aria-valuenow={wait.percentPassed}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${wait.percentPassed}%` }} />
          </div>
          <span>{t('auth:signIn.waitLeft', { time: waitText(t, wait.secondsLeft) })}</span>
        </div>
      </div>
    </div>
  );
}
