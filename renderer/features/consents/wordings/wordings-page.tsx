import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Purpose, purposes } from '#shared/features/consents/purposes.ts';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../../app/leave-guard.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { PurposeList } from './purpose-list.tsx';
import type { TypedTexts } from './typed-texts.ts';
import { VersionList } from './version-list.tsx';
import { WordingForm } from './wording-form.tsx';
import styles from './wordings-page.module.css';

/** The manager's page: what customers are asked, in every language, and every version there has been. */
export function WordingsPage() {
  const t = useTexts();
  const faults = useFaultTexts();
  const [purpose, setPurpose] = useState<Purpose>('direct-marketing');
  const [typed] = useState<TypedTexts>(() => new Map());
  const current = useQuery(client.consents.wordings());
  const history = useQuery(client.consents.wordingHistory({ purpose }));
  useViewKeys(
    purposes.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`words:purposes.${one}`),
      action: () => setPurpose(one),
      onBar: false,
    })),
  );
  const wording = current.data?.find((one) => one.purpose === purpose);
  const error = current.error ?? history.error;
  if (error) return <Banner tone="stop">{faults.ofError(error)}</Banner>;
  return (
    <div className={styles.page}>
      <LeaveGuard hasUnsaved={() => typed.size > 0} />
      <PurposeList wordings={current.data ?? []} selected={purpose} onSelect={setPurpose} />
      <div className={styles.pane}>
        {wording ? (
          <WordingForm key={wording.id} wording={wording} typed={typed} />
        ) : (
          <Skeleton label={t('consents:loading')} rows={8} />
        )}
        <VersionList versions={history.data ?? []} />
      </div>
    </div>
  );
}
