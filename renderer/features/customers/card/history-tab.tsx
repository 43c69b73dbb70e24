import { useQuery } from '@tanstack/react-query';
import type {
  CustomerCard,
  CustomerChange,
  CustomerFormInput,
  customersContract,
} from '#shared/features/customers/contract.ts';
import { recordText, recordTitle } from '#shared/features/customers/record-text.ts';
import type { ShownRecord } from '#shared/features/customers/records.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { dateAt, formatDate, formatInstant, formatTime } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { usePages } from '../../../api/use-pages.ts';
import { usePreferences } from '../../../app/preferences.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { allTexts } from '../../../locales/all-texts.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import { valueText } from '../value-text.ts';
import styles from './history-tab.module.css';

type HistoryPage = CallOutput<typeof customersContract.history>;

/** Every change of every detail, newest first: who, when, from which source, and the value before and after. */
export function HistoryTab({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { language } = usePreferences();
  const { data: card } = useQuery(client.customers.card({ customerId }));
  const pages = usePages<HistoryPage>((last) =>
    client.customers.history({ customerId, before: last?.end ?? null }),
  );
  return (
    <div className={styles.tab}>
      <ReadFault of={pages} />
      {!pages.data && !pages.error && <Skeleton label={t('customers:history.loading')} rows={6} />}
      {pages.data && (
        <>
          {card && <p className={styles.lead}>{leadText(t, card)}</p>}
          <Table
            label={t('customers:history.title')}
            columns={columns(t, language)}
            rows={pages.data.flatMap(({ changes }) => changes)}
            rowId={({ id }) => id}
            empty={
              <EmptyState title={t('customers:history.emptyTitle')}>
                {t('customers:history.empty')}
              </EmptyState>
            }
          />
        </>
      )}
      {pages.hasNextPage && (
        <div className={styles.more}>
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t('customers:history.more')}
          </Button>
        </div>
      )}
      <ReadFault of={pages} isNextPage />
    </div>
  );
}

function leadText(t: Translate, { createdAt }: CustomerCard): string {
  const at = t('dateAndTime', { date: formatDate(dateAt(createdAt)), time: formatTime(createdAt) });
  return t('customers:history.lead', { at });
}

function columns(t: Translate, language: Language): Column<CustomerChange>[] {
  return [
    { id: 'at', header: t('customers:history.at'), width: '128px', cell: ({ at }) => formatInstant(at) },
    {
      id: 'field',
      header: t('customers:history.field'),
      width: '150px',
      isRowHeader: true,
      cell: (change) => titleText(t, language, change),
    },
    {
      id: 'old',
      header: t('customers:history.oldValue'),
      cell: (change) => <Side change={change} value={change.oldValue} record={change.oldRecord} />,
    },
    {
      id: 'new',
      header: t('customers:history.newValue'),
      cell: (change) => <Side change={change} value={change.newValue} record={change.newRecord} />,
    },
    {
      id: 'by',
      header: t('customers:history.by'),
      width: '176px',
      cell: ({ by, source }) => (
        <>
          {by}
          <small>{t('customers:history.source', { source: t(`words:sources.${source}`) })}</small>
        </>
      ),
    },
  ];
}

function titleText(
  t: Translate,
  language: Language,
  { field, oldRecord, newRecord }: CustomerChange,
): string {
  const record = newRecord ?? oldRecord;
  if (record) return recordTitle(record, allTexts[language].words);
  return t(`customers:fields.${field as keyof CustomerFormInput | 'restriction'}`);
}

interface SideProps {
  change: CustomerChange;
  value: string | null;
  record: ShownRecord | null;
}

/** One side of a change; what was not there is said in words, and dimmer than a value. */
function Side({ change: { field, other }, value, record }: SideProps) {
  const t = useTexts();
  const { language } = usePreferences();
  const text = record ? recordWords(t, language, record) : valueText(t, field, value);
  const named = record && other ? [listName(other), text].join(', ') : text;
  const isEmpty = !record && (value === null || value === '');
  return <span className={isEmpty ? styles.none : styles.value}>{named}</span>;
}

function recordWords(t: Translate, language: Language, record: ShownRecord): string {
  const isHidden = record.kind === 'address' && record.street === null;
  return isHidden ? t('customers:protected.word') : recordText(record, allTexts[language].words, language);
}
