import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Link2, Link2Off } from 'lucide-react';
import type { AuditVerification } from '#shared/features/audit/verification.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import type { TaskResult } from '../../../api/use-task.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { InlineError } from '../../../ui/inline-error.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import styles from './chain-panel.module.css';
import { numberText } from './number-text.ts';
import { shortHash } from './short-hash.ts';

export type Verification = TaskResult<Record<string, never>, AuditVerification>;

interface ChainPanelProps {
  verification: Verification;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** Whether the log is whole, when that was last found out, and its newest hash. */
export function ChainPanel({ verification, today }: ChainPanelProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const overview = useQuery(client.audit.overview());
  const { isPending, progress, cancel, error } = verification;
  if (isPending) {
    const { done = 0, total = 0 } = progress ?? {};
    return (
      <div className={styles.running}>
        <ProgressBar
          label={t('audit:log.chain.verifying')}
          done={done}
          total={total}
          valueText={
            total > 0
              ? t('audit:log.chain.progress', { done: numberText(done), total: numberText(total) })
              : ''
          }
          stop={{ label: t('stop'), onPress: cancel }}
        />
      </div>
    );
  }
  if (!overview.data) {
    return (
      <div className={styles.panel}>
        {overview.isFetched && (
          <>
            <ChainIcon state="unknown" />
            <h2>{t('audit:log.chain.unread')}</h2>
          </>
        )}
      </div>
    );
  }
  const { verified, newest } = overview.data;
  const state = verified === null ? 'unknown' : verified.findings > 0 ? 'broken' : 'intact';
  return (
    <div className={styles.panel} data-state={state}>
      <ChainIcon state={state} />
      <div>
        <h2>
          {state === 'broken'
            ? t('audit:log.chain.title.broken', { count: verified?.findings ?? 0 })
            : t(`audit:log.chain.title.${state}`)}
        </h2>
        <p>{stateText(t, verified, newest?.sequence ?? 0, today)}</p>
        {state === 'broken' && !verification.data && <p>{t('audit:log.chain.again')}</p>}
        {newest && (
          <p className={styles.hash} title={newest.hash}>
            {t('audit:log.chain.hash', { hash: shortHash(newest.hash) })}
          </p>
        )}
        {error?.fault.kind === 'cancelled' ? (
          <p role="status">{t('audit:log.chain.stopped')}</p>
        ) : (
          error && <InlineError>{faults.ofError(error)}</InlineError>
        )}
      </div>
    </div>
  );
}

function ChainIcon({ state }: { state: 'unknown' | 'intact' | 'broken' }) {
  const Icon = { unknown: Link2Off, intact: Link2, broken: CircleAlert }[state];
  return <Icon size={20} aria-hidden="true" />;
}

function stateText(
  t: Translate,
  verified: { at: string; rows: number; findings: number } | null,
  newest: number,
  today: string,
): string {
  if (!verified) return t('audit:log.chain.unverified', { rows: numberText(newest) });
  const date = dateAt(verified.at);
  const time = formatTime(verified.at);
  const when =
    date === today
      ? t('audit:log.chain.today', { time })
      : t('audit:log.chain.onDay', { date: formatDate(date), time });
  const words = verified.findings > 0 ? 'broken' : 'verified';
  return t(`audit:log.chain.${words}`, { when, rows: numberText(verified.rows) });
}
