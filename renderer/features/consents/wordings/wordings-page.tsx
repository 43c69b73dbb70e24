import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Purpose, purposes } from '#shared/features/consents/purposes.ts';
import { client } from '../../../api/client.ts';
import { type ResumedDraft, useResumed } from '../../../app/drafts/resumed.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../../app/leave-guard.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import sideList from '../../../ui/side-list.module.css';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { DraftedWording, type OpenWording } from './drafted-wording.tsx';
import { PurposeList } from './purpose-list.tsx';
import { VersionList } from './version-list.tsx';
import { wordingDraft } from './wording-draft.ts';
import styles from './wordings-page.module.css';

/** The manager's page: what customers are asked, in every language, and every version there has been. */
export function WordingsPage() {
  const t = useTexts();
  const resumed = useResumed('consents.publishWording', null);
  const { purpose, setPurpose, resumedPurpose } = usePurpose(resumed);
  const [open] = useState(() => new Map<string, OpenWording>());
  const [rounds, setRounds] = useState<Partial<Record<Purpose, number>>>({});
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
  return (
    <div className={classNames(sideList.page, sideList.stacks)}>
      <LeaveGuard
        hasUnsaved={() => [...open.values()].some(({ hasUnsaved }) => hasUnsaved())}
        onDiscard={() => {
          for (const { discard } of open.values()) discard();
        }}
      />
      <PurposeList wordings={current.data ?? []} selected={purpose} onSelect={setPurpose} />
      <div className={classNames(sideList.beside, styles.pane)}>
        <ReadFault of={[current, history]} />
        {current.data?.map((wording) => {
          const round = rounds[wording.purpose] ?? 0;
          const draft = wording.purpose === resumedPurpose ? resumed : null;
          return (
            <DraftedWording
              key={`${wording.purpose} ${draft?.id} ${round}`}
              wording={wording}
              resumed={draft}
              isShown={wording.purpose === purpose}
              open={open}
              onStartAgain={() => setRounds({ ...rounds, [wording.purpose]: round + 1 })}
            />
          );
        })}
        {!current.data && !current.error && <Skeleton label={t('consents:loading')} rows={8} />}
        {current.data && history.data && <VersionList versions={history.data} />}
      </div>
    </div>
  );
}

/** The purpose that is looked at: that of a draft the person goes on with, until they choose another. */
function usePurpose(resumed: ResumedDraft | null) {
  const [chosen, setChosen] = useState<{ purpose: Purpose; draftId: string | null }>({
    purpose: 'direct-marketing',
    draftId: null,
  });
  const resumedPurpose = wordingDraft(resumed?.values)?.purpose ?? null;
  // set while rendering: what is shown next is the form of the draft, and it stays when the draft is over
  if (resumed && resumedPurpose && resumed.id !== chosen.draftId)
    setChosen({ purpose: resumedPurpose, draftId: resumed.id });
  return {
    purpose: chosen.purpose,
    resumedPurpose,
    setPurpose: (purpose: Purpose) => setChosen({ ...chosen, purpose }),
  };
}
