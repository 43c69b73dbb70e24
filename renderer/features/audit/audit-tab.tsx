import type { AuditEvent, auditContract } from '#shared/features/audit/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { formatInstant } from '#shared/values/dates.ts';
import { client } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { ReadFault } from '../../app/read-fault.tsx';
import { type Translate, useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ActionIcon } from './action-icon.tsx';
import styles from './audit-tab.module.css';
import { actionText, detailText } from './event-text.ts';

type EventPage = CallOutput<typeof auditContract.ofCustomer>;

/** Who has seen or changed the customer's data, what and when. */
export function AuditTab({ customerId }: { customerId: string }) {
  return (
    <div className={styles.tab}>
      <Events customerId={customerId} />
    </div>
  );
}

function Events({ customerId }: { customerId: string }) {
  const t = useTexts();
  const pages = usePages<EventPage>((last) =>
    client.audit.ofCustomer({ customerId, beforeSequence: last?.events.at(-1)?.sequence ?? null }),
  );
  if (!pages.data) {
    return (
      <>
        <ReadFault of={pages} />
        {!pages.error && <Skeleton label={t('audit:loading')} rows={10} />}
      </>
    );
  }
  return (
    <>
      <ReadFault of={pages} />
      <p className={styles.lead}>{t('audit:lead')}</p>
      <Table
        label={t('audit:title')}
        columns={columns(t)}
        rows={pages.data.flatMap(({ events }) => events)}
        rowId={({ sequence }) => String(sequence)}
        empty={<EmptyState title={t('audit:empty.title')}>{t('audit:empty.text')}</EmptyState>}
      />
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t(pages.isFetchingNextPage ? 'audit:loadingMore' : 'audit:more')}
          </Button>
        </div>
      )}
      <ReadFault of={pages} isNextPage />
    </>
  );
}

function columns(t: Translate): Column<AuditEvent>[] {
  return [
    { id: 'at', header: t('audit:at'), width: '128px', cell: ({ at }) => formatInstant(at) },
    { id: 'by', header: t('audit:by'), width: '122px', cell: ({ actorName }) => actorName },
    {
      id: 'action',
      header: t('audit:action'),
      width: '270px',
      isRowHeader: true,
      cell: ({ action }) => (
        <span className={styles.action}>
          <ActionIcon action={action} />
          {actionText(t, action)}
        </span>
      ),
    },
    {
      id: 'detail',
      header: t('audit:detail'),
      cell: (event) => <span className={styles.detail}>{detailText(t, event)}</span>,
    },
    {
      id: 'outcome',
      header: t('audit:outcome'),
      width: '88px',
      cell: ({ outcome }) => <Outcome outcome={outcome} />,
    },
  ];
}

function Outcome({ outcome }: { outcome: AuditEvent['outcome'] }) {
  const t = useTexts();
  const words = t(`audit:outcomes.${outcome}`);
  if (outcome === 'done') return <span className={styles.done}>{words}</span>;
  return <Badge tone={tones[outcome]}>{words}</Badge>;
}

const tones = { started: 'plain', cancelled: 'warn', failed: 'stop', refused: 'stop' } as const;
