import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import type { Draft } from '#shared/features/drafts/contract.ts';
import { dateAt, formatDate, formatTime, today } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { useMay } from '../access.ts';
import { useFaultTexts } from '../fault-text.ts';
import { useFrameKeys } from '../keys/use-keys.tsx';
import { useGoToForm } from './draft-place.ts';
import { openDraftIds, subscribeToOpenDrafts } from './open-drafts.ts';
import { resume } from './resumed.ts';

/** Offers the newest of the person's own unsaved forms, except those that are on the screen. */
export function DraftStrip() {
  const may = useMay();
  return may(client.drafts.mine) ? <MyDrafts /> : null;
}

function MyDrafts() {
  const { data: drafts = [] } = useQuery(client.drafts.mine());
  const open = useSyncExternalStore(subscribeToOpenDrafts, openDraftIds);
  const waiting = drafts.filter(({ id }) => !open.includes(id));
  const [newest] = waiting;
  return newest ? <Offer key={newest.id} draft={newest} others={waiting.length - 1} /> : null;
}

function Offer({ draft, others }: { draft: Draft; others: number }) {
  const t = useTexts();
  const queryClient = useQueryClient();
  const goToForm = useGoToForm();
  const { ofError } = useFaultTexts();
  const [isAsking, setIsAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const discard = useCommand(client.drafts.discard);

  const goOn = async () => {
    try {
      const { values, ...head } = await queryClient.fetchQuery({
        ...client.drafts.open({ id: draft.id }),
        staleTime: 0,
        gcTime: 0,
      });
      resume({ ...head, values: JSON.parse(values) });
      goToForm(draft);
    } catch (fault) {
      setError(fault);
    }
  };
  useFrameKeys([
    { keys: 'Alt+J', label: t('shell:drafts.continue'), action: () => void goOn() },
    { keys: 'Alt+H', label: t('shell:drafts.discard'), action: () => setIsAsking(true), onBar: false },
  ]);
  const problem = error ?? discard.error;
  return (
    <>
      <Banner
        tone="info"
        isSlim
        role="status"
        title={t('shell:drafts.title', { form: t(`shell:drafts.forms.${draft.form}`) })}
        actions={
          <>
            <Button small keys={['Alt', 'J']} onPress={() => void goOn()}>
              {t('shell:drafts.continue')}
            </Button>
            <Button small variant="quiet" keys={['Alt', 'H']} onPress={() => setIsAsking(true)}>
              {t('shell:drafts.discard')}
            </Button>
          </>
        }
      >
        {[draft.about, whenText(t, draft.savedAt), others > 0 && t('shell:drafts.others', { count: others })]
          .filter(Boolean)
          .join(' · ')}
        {problem !== null && <span role="alert"> {ofError(problem)}</span>}
      </Banner>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('shell:drafts.discardTitle')}
        confirmLabel={t('shell:drafts.discardConfirm')}
        cancelLabel={t('shell:drafts.discardCancel')}
        onConfirm={() => {
          setIsAsking(false);
          discard.mutate({ id: draft.id });
        }}
        onClose={() => setIsAsking(false)}
      >
        <p>{t('shell:drafts.discardText')}</p>
      </ConfirmDialog>
    </>
  );
}

function whenText(t: ReturnType<typeof useTexts>, savedAt: string): string {
  const time = formatTime(savedAt);
  const date = dateAt(savedAt);
  return date === today() ? t('at', { time }) : t('dateAndTime', { date: formatDate(date), time });
}
