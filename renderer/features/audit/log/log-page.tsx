import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileLock2 } from 'lucide-react';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { dateAt } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { makeStale } from '../../../api/query-client.ts';
import { useTask } from '../../../api/use-task.ts';
import { useMinute } from '../../../app/clock.ts';
import { useKeptState } from '../../../app/kept-state.tsx';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { InPanelSlot } from '../../../app/panel-slot.tsx';
import { type Read, ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import oneColumn from '../../../ui/one-column.module.css';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { rowsText } from './count-text.ts';
import { DayPlot } from './day-plot.tsx';
import { ExportLogDialog } from './export-log-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Findings } from './findings.tsx';
import { askedFilter, type ChosenFilter, firstFilter } from './log-filter.ts';
import styles from './log-page.module.css';
import { focusRow, LogTable } from './log-table.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { type Log, useLog } from './use-log.ts';

/** The manager's page: who did what and when, what of it is unusual, and whether the log is whole. */
export function LogPage({ onOpenCustomer }: { onOpenCustomer: (customerId: string) => void }) {
  const t = useTexts();
  const today = dateAt(useMinute());
  const [filter, setFilter] = useKeptState('audit-filter', firstFilter);
  const [day, setDay] = useKeptState<string | null>('audit-day', null);
  const [dialog, setDialog] = useState<'export' | 'rules' | null>(null);
  const [areFindingsShown, setAreFindingsShown] = useState(false);
  const searchBox = useRef<HTMLInputElement>(null);
  const overview = useQuery(client.audit.overview());
  const shownDay = day ?? dayOf(filter, today);
  const ofDay = useQuery(client.audit.day({ date: shownDay }));
  const asked = askedFilter(useDeferredValue(filter), today);
  const log = useLog(asked);
  useReview();
  const verification = useTask(client.audit.verify, { onDone: () => setAreFindingsShown(true) });
  const verify = () => {
    if (!verification.isPending) verification.mutate({});
  };
  useViewKeys([
    { keys: 'F5', label: t('audit:log.chain.verify'), action: verify },
    { keys: 'F9', label: t('audit:log.export'), action: () => setDialog('export') },
    {
      keys: 'F2',
      label: t('audit:log.keys.search'),
      action: () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
    },
  ]);
  return (
    <div className={oneColumn.page}>
      <header className={oneColumn.head}>
        <h1>{t('audit:title')}</h1>
        <Button onPress={() => setDialog('rules')}>{t('audit:log.rules')}</Button>
        <Button
          keys="F9"
          icon={<FileLock2 size={16} aria-hidden="true" />}
          onPress={() => setDialog('export')}
        >
          {t('audit:log.export')}
        </Button>
        <Button keys="F5" isPending={verification.isPending} onPress={verify}>
          {t('audit:log.chain.verify')}
        </Button>
      </header>
      <div className={styles.top}>
        <ChainPanel verification={verification} today={today} />
        <DayPlot date={shownDay} today={today} onChange={setDay} />
      </div>
      {areFindingsShown && verification.data && verification.data.findings.length > 0 && (
        <Findings result={verification.data} onClose={() => setAreFindingsShown(false)} />
      )}
      <FilterBar
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          if (dayOf(next, today) !== dayOf(filter, today)) setDay(null);
        }}
        people={overview.data?.people ?? []}
        workstations={overview.data?.workstations ?? []}
        unusual={overview.data?.unusual ?? null}
        count={log.first?.count ?? null}
        found={log.first?.found ?? null}
        searchRef={searchBox}
      />
      <Rows log={log} others={[overview, ofDay]} filter={filter} onOpenCustomer={onOpenCustomer} />
      {dialog === 'export' && (
        <ExportLogDialog
          filter={asked}
          rows={rowsText(t, log.first?.count)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'rules' && (
        <InPanelSlot width="clamp(440px, 30vw, 500px)">
          <RulesPanel onClose={() => setDialog(null)} />
        </InPanelSlot>
      )}
    </div>
  );
}

/** The day of the plot: the one that the filter names, otherwise today. */
function dayOf({ period, from, to }: ChosenFilter, today: string): string {
  return period === 'range' && from !== '' && from === to ? from : today;
}

/** The program looks for unusual events when the page is opened; it takes a moment only after a long time. */
function useReview(): void {
  const queryClient = useQueryClient();
  const { mutate } = useTask(client.audit.review, {
    onDone: ({ marked }) => {
      if (marked > 0) makeStale(queryClient, ['audit']);
    },
  });
  useEffect(() => mutate({}), [mutate]);
}

interface RowsProps {
  log: Log;
  /** what else is read for the page: why it failed is told once for all of it */
  others: readonly Read[];
  filter: ChosenFilter;
  onOpenCustomer: (customerId: string) => void;
}

function Rows({ log, others, filter, onOpenCustomer }: RowsProps) {
  const t = useTexts();
  const body = useRef<HTMLTableSectionElement>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const toggle = (sequence: number) => {
    setSelected(sequence);
    setOpened(sequence === opened ? null : sequence);
  };
  const index = log.rows.findIndex(({ sequence }) => sequence === selected);
  const go = (step: 1 | -1) => {
    const next = log.rows[index === -1 ? 0 : index + step];
    if (!next) return;
    setSelected(next.sequence);
    focusRow(body, next.sequence);
    if (log.hasMore && !log.isSearching && next === log.rows.at(-1)) log.loadMore();
  };
  useViewKeys([
    { keys: 'J', label: t('audit:log.keys.next'), action: () => go(1) },
    { keys: 'K', label: t('audit:log.keys.previous'), action: () => go(-1) },
    {
      keys: 'Enter',
      label: t('audit:log.keys.open'),
      action: () => selected !== null && toggle(selected),
      isEnabled: selected !== null,
    },
  ]);
  const { pages } = log;
  if (!pages.data) {
    return (
      <>
        <ReadFault of={[pages, ...others]} isAtEdge />
        {!pages.error && (
          <div className={oneColumn.notice}>
            <Skeleton label={t('audit:log.loading')} rows={12} />
          </div>
        )}
      </>
    );
  }
  return (
    <>
      <ReadFault of={[pages, ...others]} isAtEdge />
      <div className={classNames(oneColumn.scroll, styles.rows)}>
        {(log.rows.length > 0 || log.isSearching) && (
          <LogTable
            rows={log.rows}
            withDates={filter.period !== 'today'}
            selected={selected}
            onSelect={setSelected}
            opened={opened}
            onToggle={toggle}
            onOpenCustomer={onOpenCustomer}
            bodyRef={body}
          />
        )}
        {log.rows.length === 0 && !log.hasMore && <Empty filter={filter} />}
        <More log={log} />
        <ReadFault of={pages} isNextPage isAtEdge />
      </div>
    </>
  );
}

function Empty({ filter }: { filter: ChosenFilter }) {
  const t = useTexts();
  const isToday = JSON.stringify(filter) === JSON.stringify(firstFilter);
  const texts = isToday ? 'emptyToday' : 'empty';
  return (
    <div className={oneColumn.notice}>
      <EmptyState title={t(`audit:log.${texts}.title`)}>{t(`audit:log.${texts}.text`)}</EmptyState>
    </div>
  );
}

function More({ log }: { log: Log }) {
  const t = useTexts();
  if (!log.hasMore) return null;
  return (
    <div className={oneColumn.more} role="status">
      {log.isSearching ? (
        <>
          <span>{t('audit:log.searching')}</span>
          <Button small onPress={log.stop}>
            {t('audit:log.stopSearching')}
          </Button>
        </>
      ) : (
        <Button onPress={log.loadMore}>{t(log.rows.length === 0 ? 'audit:log.goOn' : 'audit:more')}</Button>
      )}
    </div>
  );
}
