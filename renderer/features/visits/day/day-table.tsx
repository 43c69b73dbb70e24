import type { DayVisit } from '#shared/features/visits/day-contract.ts';
import { formatTime } from '#shared/values/dates.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import type { Entry } from '../correct/entry.ts';
import { EntryMenu } from '../correct/entry-menu.tsx';
import { hasReceipt } from '../receipt/receipt-of.ts';
import { useReceiptKey } from '../receipt/use-receipt.tsx';
import { Struck } from '../struck.tsx';
import { laterTexts, receiptText, sumText, whatHappened } from '../visit-text.ts';
import styles from './day-page.module.css';

interface DayTableProps {
  visits: readonly DayVisit[];
  selectedId: string | null;
  onSelect: (visitId: string) => void;
  onOpen: (visit: DayVisit) => void;
}

/** The day's entries by time; Enter or a double press opens the customer's card. */
export function DayTable({ visits, selectedId, onSelect, onOpen }: DayTableProps) {
  const t = useTexts();
  const charged = visits.filter(hasReceipt);
  const chosen = visits.some(({ id }) => id === selectedId) ? selectedId : null;
  useReceiptKey(charged, { chosen, newest: charged.at(-1), entryOf });
  return (
    <Table
      label={t('visits:title')}
      columns={columns(t)}
      rows={visits}
      rowId={({ id }) => id}
      selectedId={selectedId}
      onSelect={({ id }) => onSelect(id)}
      onOpen={onOpen}
    />
  );
}

function entryOf(visit: DayVisit): Entry {
  const { id: customerId, lastName, firstNames } = visit.customer;
  return { visit, customerId, customerName: `${lastName} ${firstNames}` };
}

function columns(t: Translate): Column<DayVisit>[] {
  return [
    { id: 'time', header: t('visits:log.time'), width: '88px', cell: ({ at }) => formatTime(at) },
    {
      id: 'customer',
      width: '21%',
      header: t('visits:day.customer'),
      isRowHeader: true,
      cell: ({ customer }) => (
        <>
          <span>{`${customer.lastName} ${customer.firstNames}`}</span>
          <small>{customer.number}</small>
        </>
      ),
    },
    {
      id: 'what',
      header: t('visits:day.what'),
      cell: (visit) => (
        <>
          <Struck isStruck={visit.reversedBy !== null} className={styles.what}>
            {whatHappened(t, visit)}
          </Struck>
          {laterTexts(t, visit).map((sentence) => (
            <small key={sentence}>{sentence}</small>
          ))}
        </>
      ),
    },
    {
      id: 'practitioner',
      width: '15%',
      header: t('visits:log.practitioner'),
      cell: ({ practitionerName, recordedBy }) => practitionerName ?? recordedBy,
    },
    { id: 'payment', width: '14%', header: t('visits:day.payment'), cell: (visit) => receiptText(t, visit) },
    {
      id: 'sum',
      header: t('visits:list.sum'),
      align: 'end',
      cell: (visit) => (
        <Struck isStruck={visit.reversedBy !== null} className={styles.sum}>
          {sumText(visit)}
        </Struck>
      ),
    },
    {
      id: 'menu',
      width: '104px',
      header: <span className={styles.hidden}>{t('visits:entry.menu')}</span>,
      align: 'end',
      cell: (visit) => <EntryMenu entry={entryOf(visit)} />,
    },
  ];
}
