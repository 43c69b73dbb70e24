import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../app/leave-guard.tsx';
import { ReadFault } from '../../app/read-fault.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { ItemsView } from './items-view.tsx';
import { PractitionersView } from './practitioners-view.tsx';
import styles from './price-list.module.css';
import { newRow, useResumedForm, type View, views } from './price-list-draft.ts';
import { RatesView } from './rates-view.tsx';
import type { TypedForms } from './typed-forms.ts';
import { useWholePriceList } from './use-price-list.ts';

/** What the manager keeps up: services, products, practitioners and rates of VAT. */
export function PriceListPage() {
  const t = useTexts();
  const read = useWholePriceList();
  const { data: list, error } = read;
  const [view, setView] = useState<View>('service');
  const [isAdding, setIsAdding] = useState(false);
  const [typed] = useState<TypedForms>(() => new Map());
  const resumed = useResumedForm();
  const [shownDraft, setShownDraft] = useState<string | null>(null);
  // set while rendering: what is shown next is the form of the draft
  if (resumed && resumed.draft.id !== shownDraft) {
    setShownDraft(resumed.draft.id);
    setView(resumed.view);
    setIsAdding(Object.values<string>(newRow).includes(resumed.id));
  }
  const show = (next: View) => {
    setIsAdding(false);
    setView(next);
  };
  const addLabel =
    view === 'rates' ? null : t(`prices:new.${view === 'practitioners' ? 'practitioner' : view}`);
  useViewKeys([
    ...(addLabel === null ? [] : [{ keys: 'F3', label: addLabel, action: () => setIsAdding(true) }]),
    ...views.map((one, index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`prices:views.${one}`),
      action: () => show(one),
      onBar: false,
    })),
  ]);
  const common = { typed, resumed, isAdding, onAdding: setIsAdding };
  return (
    <div className={twoPanes.page}>
      <LeaveGuard
        hasUnsaved={() => typed.size > 0}
        onDiscard={() => {
          for (const { discard } of typed.values()) discard();
        }}
      />
      <header className={twoPanes.head}>
        <h1>{t('prices:title')}</h1>
        <SegmentedAnswer
          isLabelHidden
          small
          label={t('prices:view')}
          value={view}
          onChange={show}
          choices={views.map((one) => ({ value: one, label: t(`prices:views.${one}`) }))}
        />
        {addLabel !== null && (
          <Button
            variant="primary"
            keys="F3"
            icon={<Plus size={16} aria-hidden="true" />}
            onPress={() => setIsAdding(true)}
          >
            {addLabel}
          </Button>
        )}
      </header>
      <ReadFault of={read} isAtEdge />
      {!list && !error && <Skeleton label={t('prices:loading')} rows={8} />}
      {list && (
        <div className={classNames(twoPanes.panes, twoPanes.stacksEarly, styles.panes)}>
          {(view === 'service' || view === 'product') && (
            <ItemsView key={view} kind={view} list={list} {...common} />
          )}
          {view === 'practitioners' && <PractitionersView practitioners={list.practitioners} {...common} />}
          {view === 'rates' && <RatesView list={list} typed={typed} resumed={resumed} />}
        </div>
      )}
    </div>
  );
}
