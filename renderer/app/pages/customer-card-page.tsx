import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Purpose } from '#shared/features/consents/purposes.ts';
import { client } from '../../api/client.ts';
import { AuditTab } from '../../features/audit/audit-tab.tsx';
import { ConsentFlag, ConsentStrip, useProhibitionCount } from '../../features/consents/consent-strip.tsx';
import { ConsentSummary } from '../../features/consents/consent-summary.tsx';
import { ConsentsTab } from '../../features/consents/consents-tab.tsx';
import { type Draft as ConsentDraft, emptyDraft } from '../../features/consents/draft.ts';
import { type CardTab, CustomerCardView } from '../../features/customers/card/customer-card-view.tsx';
import { DetailsTab } from '../../features/customers/card/details-tab.tsx';
import { HistoryTab } from '../../features/customers/card/history-tab.tsx';
import { RestrictionBand, RestrictionFlag } from '../../features/customers/card/restriction-band.tsx';
import { ExportButton } from '../../features/reports/export-button.tsx';
import { CustomerFeedback } from '../../features/visits/feedback/customer-feedback.tsx';
import { LastVisit, RecentVisits, useVisitCount } from '../../features/visits/recent-visits.tsx';
import { VisitsTab } from '../../features/visits/visits-tab.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { AlertStrip } from '../../ui/stop-band.tsx';
import { resumedIsOver, useResumed } from '../drafts/resumed.ts';
import { useTypeAhead, useViewKeys } from '../keys/use-keys.tsx';
import { PanelSlot } from '../panel-slot.tsx';
import { useUndo } from '../undo/undo.tsx';

const tabIds = ['details', 'visits', 'consents', 'history', 'log'] as const;
type TabId = (typeof tabIds)[number];

/** One customer's card; a new one for each customer, so that nothing half-done moves to another. */
export function CustomerCardPage() {
  const { customerId, tab } = useParams({ from: '/customers/$customerId/$tab' });
  return (
    <CustomerCardOf
      key={customerId}
      customerId={customerId}
      tab={tabIds.find((id) => id === tab) ?? 'details'}
    />
  );
}

function CustomerCardOf({ customerId, tab }: { customerId: string; tab: TabId }) {
  const t = useTexts();
  const navigate = useNavigate();
  const typeAhead = useTypeAhead();
  const [consentDraft, setConsentDraft] = useState<ConsentDraft | null>(null);
  const { data: card } = useQuery(client.customers.card({ customerId }));
  const [wantsToLog, setWantsToLog] = useLogging(tab);
  const resumedVisit = useResumed('visits.log', customerId);
  const resumedConsent = useResumed('consents.record', customerId);
  const isLoggingVisit = wantsToLog || (tab === 'visits' && resumedVisit !== null);
  const prohibitions = useProhibitionCount(customerId);
  const { forget } = useUndo();
  useEffect(() => forget, [forget]);
  const visits = useVisitCount(customerId);
  // At hand before F4, so that a digit typed right after it finds its service.
  useQuery(client.visits.priceList());

  const openConsent = (draft: ConsentDraft | null) => {
    if (resumedConsent) resumedIsOver(resumedConsent.id);
    setConsentDraft(draft);
  };
  const open = (next: TabId, draft: ConsentDraft | null = null) => {
    openConsent(draft);
    typeAhead.until(navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: next } }));
  };
  const edit = () => void navigate({ to: '/customers/$customerId/edit', params: { customerId } });
  const recordConsent = (purpose?: Purpose) => open('consents', emptyDraft(purpose));
  const logVisit = () => {
    setWantsToLog(true);
    open('visits');
  };
  useViewKeys([
    { keys: 'F4', label: t('visits:log.title'), action: logVisit, onBar: !isLoggingVisit },
    { keys: 'F8', label: t('customers:card.edit'), action: edit, onBar: !isLoggingVisit },
    ...(tab === 'consents'
      ? []
      : [
          {
            keys: 'F6',
            label: t('customers:card.recordConsent'),
            action: () => recordConsent(),
            onBar: !isLoggingVisit,
          },
        ]),
  ]);

  const tabs: CardTab<TabId>[] = [
    {
      id: 'details',
      label: t('customers:card.details'),
      panel: (
        <DetailsTab
          customerId={customerId}
          onEdit={edit}
          onShowHistory={() => open('history')}
          onOpen={(otherId) =>
            void navigate({
              to: '/customers/$customerId/$tab',
              params: { customerId: otherId, tab: 'details' },
            })
          }
          onOpenGroup={(groupId) => void navigate({ to: '/customers/groups/$groupId', params: { groupId } })}
          side={
            <>
              <ConsentSummary customerId={customerId} onAsk={card?.deceasedOn ? null : recordConsent} />
              <RecentVisits customerId={customerId} onShowAll={() => open('visits')} />
              <CustomerFeedback customerId={customerId} />
            </>
          }
        />
      ),
    },
    {
      id: 'visits',
      label: t('visits:title'),
      count: visits,
      panel: (
        <VisitsTab
          customerId={customerId}
          isLogging={isLoggingVisit}
          onLog={logVisit}
          resumed={resumedVisit}
          onLogEnd={() => {
            if (resumedVisit) resumedIsOver(resumedVisit.id);
            setWantsToLog(false);
          }}
        />
      ),
    },
    {
      id: 'consents',
      label: t('consents:title'),
      count: prohibitions,
      panel: card && (
        <ConsentsTab
          customerId={customerId}
          language={card.language}
          draft={consentDraft}
          resumed={resumedConsent}
          onDraft={openConsent}
        />
      ),
    },
    { id: 'history', label: t('customers:history.title'), panel: <HistoryTab customerId={customerId} /> },
    { id: 'log', label: t('audit:title'), panel: <AuditTab customerId={customerId} /> },
  ];
  return (
    <PanelSlot>
      <CustomerCardView
        customerId={customerId}
        tabs={tabs}
        selected={tab}
        onSelect={(next) => open(next)}
        actions={
          !isLoggingVisit && (
            <>
              {/* On the visits tab F9 prints a receipt, on the consents tab their history. */}
              {tab !== 'visits' && tab !== 'consents' && <ExportButton customerId={customerId} />}
              <Button keys="F6" onPress={() => recordConsent()}>
                {t('customers:card.consent')}
              </Button>
              <Button variant="primary" keys="F4" onPress={logVisit}>
                {t('visits:log.title')}
              </Button>
            </>
          )
        }
        strip={
          <AlertStrip>
            <ConsentStrip customerId={customerId} />
            <RestrictionBand customerId={customerId} />
          </AlertStrip>
        }
        slim={
          tab === 'consents'
            ? {
                flags: (
                  <>
                    <ConsentFlag customerId={customerId} />
                    <RestrictionFlag customerId={customerId} />
                  </>
                ),
                onBack: () => open('details'),
              }
            : undefined
        }
        lastVisit={<LastVisit customerId={customerId} />}
      />
    </PanelSlot>
  );
}

/** Whether the panel for visits is open. Another tab closes it; by then it has asked about anything unsaved. */
function useLogging(tab: TabId) {
  const [isLogging, setIsLogging] = useState(useLocation().state.logVisit === true);
  const [lastTab, setLastTab] = useState(tab);
  if (tab !== lastTab) {
    setLastTab(tab);
    if (tab !== 'visits') setIsLogging(false);
  }
  return [isLogging, setIsLogging] as const;
}
