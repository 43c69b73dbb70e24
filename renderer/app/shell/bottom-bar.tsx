import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { Trans } from 'react-i18next';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import { dateAt, formatDate, formatTime, today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { KeyBar, KeyBarStatus, KeyHint } from '../../ui/key-bar.tsx';
import { useMinutesToLock } from '../activity.ts';
import { actingKeys } from '../keys/key-map.ts';
import { keycaps } from '../keys/key-name.ts';
import { useAllKeys } from '../keys/use-keys.tsx';
import { usePerson } from '../session.tsx';

export function BottomBar() {
  const shown = actingKeys(useAllKeys()).filter(
    ({ onBar, isEnabled }) => onBar !== false && isEnabled !== false,
  );
  return (
    <KeyBar status={<RegisterStatus />}>
      {shown.map(({ keys, label, action }) => (
        <KeyHint key={keys} keys={keycaps(keys)} label={label} onPress={action} />
      ))}
    </KeyBar>
  );
}

function RegisterStatus() {
  const t = useTexts();
  const minutes = useMinutesToLock(usePerson().idleMinutes);
  const { data: backup } = useQuery(client.backup.status());
  return (
    <>
      <KeyBarStatus icon={<ShieldCheck aria-hidden="true" />} tone="ok">
        {t('shell:status.encrypted')}
      </KeyBarStatus>
      {backup && (
        <KeyBarStatus tone={backupTone(backup)}>
          <span>{backupText(t, backup)}</span>
        </KeyBarStatus>
      )}
      <KeyBarStatus>
        <span>
          <Trans t={t} i18nKey="shell:status.locksIn" values={{ minutes }} components={{ b: <b /> }} />
        </span>
      </KeyBarStatus>
    </>
  );
}

function backupTone({ place, failure, lastDone }: BackupStatus): 'plain' | 'warn' | 'stop' {
  if (failure) return 'stop';
  return place === null || lastDone === null ? 'warn' : 'plain';
}

function backupText(t: Translate, { place, failure, lastDone }: BackupStatus): string {
  if (failure) {
    return t('shell:status.backupFailed', { reason: t(`shell:backupReasons.${failure.reason}`) });
  }
  if (place === null) return t('shell:status.backupNoPlace');
  if (lastDone === null) return t('shell:status.backupNone');
  const date = dateAt(lastDone.at);
  const time = formatTime(lastDone.at);
  return date === today()
    ? t('shell:status.backupToday', { time })
    : t('shell:status.backupOn', { date: formatDate(date), time });
}
