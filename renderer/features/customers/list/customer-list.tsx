import { type KeyboardEvent, memo, useEffect, useId, useMemo, useState } from 'react';
import type { CustomerHit } from '#shared/features/customers/contract.ts';
import { today } from '#shared/values/dates.ts';
import { useTypeAhead, useViewKeys } from '../../../app/keys/use-keys.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { customerSearchId } from '../../../app/shell/frame-keys.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SearchBox } from '../../../ui/search-box.tsx';
import styles from './customer-list.module.css';
import { HitRow } from './hit-row.tsx';
import { markColumns } from './mark-columns.ts';
import { markLabels } from './mark-labels.ts';
import { MarksLegend } from './marks-legend.tsx';
import { NoHits } from './no-hits.tsx';
import { useCustomerSearch } from './use-customer-search.ts';

const longestText = 100;
const noHits: readonly CustomerHit[] = [];
const page = 8;

export interface CustomerListProps {
  /** What is typed in the search box; the view keeps it, so that it can greet an empty pane. */
  text: string;
  onTextChange: (text: string) => void;
  openId: string | null;
  /** Settles when the card is on the screen. */
  onOpen: (customerId: string) => Promise<void>;
  /** `typed` is the search text when it found nobody, otherwise empty. */
  onAdd: (typed: string) => void;
}

/** Search box and hits. The focus stays in the box while arrows move the selected row; Enter opens it. */
export function CustomerList({ text, onTextChange, openId, onOpen, onAdd }: CustomerListProps) {
  const t = useTexts();
  const typeAhead = useTypeAhead();
  const listId = useId();
  const { query, foundWith, hitsOf } = useCustomerSearch(text);
  const hits = query.data?.hits ?? noHits;
  const isTyped = text.trim() !== '';
  const [active, setActive] = useState(-1);
  const activeHit = hits[active];
  const activeId = activeHit && rowId(listId, activeHit);

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const change = (next: string) => {
    onTextChange(next.slice(0, longestText));
    setActive(next.trim() === '' ? -1 : 0);
  };
  /** Enter and F3 may come before the hits of the last letter. */
  const foundNow = async () => (query.isPlaceholderData || !query.data ? hitsOf(text) : hits);
  const openActive = async () => {
    const found = await foundNow();
    const hit = found[isTyped ? Math.max(active, 0) : active];
    if (hit) await onOpen(hit.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowAfter(event.key, active, hits.length);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && !event.ctrlKey) typeAhead.until(openActive());
    else if (event.key === 'Escape' && isTyped) change('');
    else return;
    event.preventDefault();
  };
  const labels = useMemo(() => markLabels(t), [t]);
  const day = today();
  // Drawn once for each key, when its hits are there, not also at once for the key itself.
  const rows = useMemo(
    () =>
      hits.map((hit, index) => (
        <HitRow
          key={hit.id}
          hit={hit}
          typed={foundWith}
          id={rowId(listId, hit)}
          isActive={index === active}
          isOpen={hit.id === openId}
          onOpen={() => {
            setActive(index);
            void onOpen(hit.id);
          }}
          t={t}
          labels={labels}
          today={day}
        />
      )),
    [hits, foundWith, listId, active, openId, onOpen, t, labels, day],
  );
  const isEmpty = query.data !== undefined && hits.length === 0;
  const addFromSearch = async () => {
    const found = isTyped ? await foundNow().catch(() => noHits) : hits;
    onAdd(found.length === 0 ? text.trim() : '');
  };
  const add = () => typeAhead.until(addFromSearch());
  useViewKeys([{ keys: 'F3', label: t('shell:keys.newCustomer'), action: add }]);
  return (
    <section className={styles.pane} aria-label={t('customers:search.region')}>
      <div className={styles.search}>
        <SearchBox
          id={customerSearchId}
          label={t('customers:search.label')}
          value={text}
          onChange={change}
          onKeyDown={onKeyDown}
          keys="F2"
          autoFocus
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeId}
        />
        <div className={styles.count}>
          <b role="status">{query.data && countText()}</b>
          <span>{t('customers:search.hint')}</span>
        </div>
      </div>
      <ListHead />
      <ReadFault of={query} isAtEdge />
      <div
        role="listbox"
        id={listId}
        aria-label={isTyped ? t('customers:search.results') : t('customers:search.recent')}
        className={styles.rows}
        hidden={hits.length === 0}
      >
        {rows}
      </div>
      {isEmpty && isTyped && <NoHits typed={text.trim()} onOpen={onOpen} onAdd={add} />}
      {isEmpty && !isTyped && <FirstTime />}
      <div className={styles.foot}>
        {!(isEmpty && isTyped) && (
          <p className={styles.add}>
            <span>{t('customers:search.notFound')}</span>
            <LinkButton keys="F3" onPress={add}>
              {t('customers:search.add')}
            </LinkButton>
          </p>
        )}
        <MarksLegend />
      </div>
    </section>
  );

  function countText(): string {
    if (!isTyped) return hits.length > 0 ? t('customers:search.recent') : '';
    if (query.data?.more) return t('customers:search.moreHits', { count: hits.length });
    return t('customers:search.hits', { count: hits.length });
  }
}

function rowId(listId: string, hit: CustomerHit): string {
  return `${listId}-${hit.id}`;
}

// Does not change with what is typed, and so is not drawn again for each key.
const ListHead = memo(function ListHead() {
  const t = useTexts();
  return (
    <div className={styles.head} aria-hidden="true">
      <span>{t('customers:search.customer')}</span>
      <span>{t('customers:search.born')}</span>
      <span className={styles.marks}>
        {markColumns.map((column) => (
          <span key={column}>{t(`customers:marks.letters.${column}`)}</span>
        ))}
      </span>
    </div>
  );
});

function FirstTime() {
  const t = useTexts();
  return (
    <div className={styles.first}>
      <b>{t('customers:search.firstTitle')}</b>
      <p>{t('customers:search.first')}</p>
    </div>
  );
}

/** The row that an arrow moves to; null for other keys. */
function rowAfter(key: string, active: number, count: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[key];
  if (step === undefined || count === 0) return null;
  return Math.min(count - 1, Math.max(0, active + step));
}
