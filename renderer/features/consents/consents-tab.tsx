import { useQuery } from '@tanstack/react-query';
import { isMinor } from '#shared/features/consents/giver.ts';
import { purposes } from '#shared/features/consents/purposes.ts';
import type { Language } from '#shared/values/language.ts';
import { client } from '../../api/client.ts';
import type { ResumedDraft } from '../../app/drafts/resumed.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { InPanelSlot } from '../../app/panel-slot.tsx';
import { ReadFault } from '../../app/read-fault.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { cellsOf } from './cells.ts';
import styles from './consents-tab.module.css';
import { ContactRow } from './contact-row.tsx';
import { type Draft, emptyDraft } from './draft.ts';
import { History } from './history.tsx';
import { Matrix } from './matrix.tsx';
import { panelOf } from './record/record-draft.ts';
import { RecordPanel } from './record/record-panel.tsx';

export interface ConsentsTabProps {
  customerId: string;
  /** the customer's own language */
  language: Language;
  /** what the record panel is about; null while it is closed */
  draft: Draft | null;
  /** the draft that the panel goes on with, over everything else */
  resumed: ResumedDraft | null;
  onDraft: (draft: Draft | null) => void;
}

/** Purposes by channels, the history under it, and the record panel in the slot beside the card. */
export function ConsentsTab({ customerId, language, draft: asked, resumed, onDraft }: ConsentsTabProps) {
  const draft = (resumed && panelOf(resumed.values)) ?? asked;
  const t = useTexts();
  const consents = useQuery(client.consents.ofCustomer({ customerId }));
  const wordings = useQuery(client.consents.wordings());
  useRecordKeys(draft, onDraft);

  const fault = <ReadFault of={[consents, wordings]} />;
  if (!consents.data || !wordings.data) {
    const isFailed = consents.error ?? wordings.error;
    return (
      <div className={styles.tab}>
        {fault}
        {!isFailed && <Skeleton label={t('consents:loading')} rows={8} />}
      </div>
    );
  }
  const { cells, history, answering } = consents.data;
  return (
    <div className={styles.tab}>
      {fault}
      <ContactRow customerId={customerId} />
      <div className={styles.matrix}>
        <Matrix
          cells={cells}
          wordings={wordings.data}
          isMinor={isMinor(answering)}
          selected={draft?.purpose ?? null}
          onDraft={onDraft}
        />
      </div>
      <History customerId={customerId} history={history} />
      {draft && (
        <InPanelSlot width="clamp(416px, 27vw, 500px)">
          <RecordPanel
            key={`${keyOf(draft)} ${resumed?.id}`}
            resumed={resumed}
            customerId={customerId}
            language={language}
            draft={draft}
            row={cellsOf(cells, draft.purpose)}
            answering={answering}
            wording={wordings.data.find(({ purpose }) => purpose === draft.purpose)}
            onClose={() => onDraft(null)}
          />
        </InPanelSlot>
      )}
    </div>
  );
}

/** Another draft is another panel: nothing half-filled is carried over to another purpose. */
function keyOf({ purpose, channels, act }: Draft): string {
  return [purpose, act, ...channels].join(' ');
}

/** F6 opens the panel; while it is open the digits choose the purpose, in the order of the matrix. */
function useRecordKeys(draft: Draft | null, onDraft: (draft: Draft) => void): void {
  const t = useTexts();
  const digits = purposes.map((purpose, index) => ({
    keys: String(index + 1),
    label: t(`words:purposes.${purpose}`),
    action: () => onDraft(emptyDraft(purpose)),
    isEnabled: draft !== null,
    onBar: false,
  }));
  useViewKeys([
    {
      keys: 'F6',
      label: t('consents:record.key'),
      action: () => onDraft(emptyDraft(draft?.purpose)),
    },
    ...(draft ? digits : []),
  ]);
}
