import { useState } from 'react';
import type { ResumedDraft } from '../../app/drafts/resumed.ts';
import { InPanelSlot } from '../../app/panel-slot.tsx';
import { LogVisitPanel } from './log/log-visit-panel.tsx';
import { type DraftVisit, VisitList } from './visit-list.tsx';

export interface VisitsTabProps {
  customerId: string;
  /** whether the panel for logging a visit is open beside the card */
  isLogging: boolean;
  /** the draft that the panel goes on with */
  resumed: ResumedDraft | null;
  onLog: () => void;
  onLogEnd: () => void;
}

/** The customer's visits, and the panel that logs one in the slot beside the card. */
export function VisitsTab({ customerId, isLogging, resumed, onLog, onLogEnd }: VisitsTabProps) {
  const [draft, setDraft] = useState<DraftVisit | null>(null);
  const [loggedId, setLoggedId] = useState<string | null>(null);
  const close = () => {
    setDraft(null);
    onLogEnd();
  };
  return (
    <>
      <VisitList customerId={customerId} draft={draft} loggedId={loggedId} onLog={onLog} />
      {isLogging && (
        <InPanelSlot width="clamp(476px, 30.6vw, 520px)">
          <LogVisitPanel
            day={null}
            key={`${customerId} ${resumed?.id}`}
            customerId={customerId}
            resumed={resumed}
            onDraft={setDraft}
            onLogged={setLoggedId}
            onClose={close}
          />
        </InPanelSlot>
      )}
    </>
  );
}
