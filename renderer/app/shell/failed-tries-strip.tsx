import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** After signing in: somebody tried the person's password before. The times stand on the settings page. */
export function FailedTriesStrip() {
  const t = useTexts();
  const [isSeen, setIsSeen] = useState(false);
  const { data } = useQuery(client.auth.ownSignIns());
  const count = data?.failedTries.length ?? 0;
  if (isSeen || count === 0) return null;
  return (
    <Banner
      tone="warn"
      isSlim
      role="status"
      title={t('settings:signIns.failed', { count })}
      actions={
        <Button small onPress={() => setIsSeen(true)}>
          {t('settings:signIns.understood')}
        </Button>
      }
    >
      {t('settings:signIns.advice')}
    </Banner>
  );
}
