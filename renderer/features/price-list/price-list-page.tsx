import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { LeaveGuard } from '../../app/leave-guard.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SegmentedAnswer } from '../../ui/segmented-answer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ItemsView } from './items-view.tsx';
import { PractitionersView } from './practitioners-view.tsx';
import styles from './price-list.module.css';
import { RatesView } from './rates-view.tsx';
import type { TypedForms } from './typed-forms.ts';
import { useWholePriceList } from './use-price-list.ts';

const views = ['service', 'product', 'practitioners', 'rates'] as const;
type View = (typeof views)[number];

/** What the manager keeps up: services, products, practitioners and rates of VAT. */
export function PriceListPage() {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const { data: list, error } = useWholePriceList();
  const [view, setView] = useState<View>('service');
  const [isAdding, setIsAdding] = useState(false);
  const [typed] = useState<TypedForms>(() => new Map());
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
  const adding = { isAdding, onAdding: setIsAdding };
  return (
    <div className={styles.page}>
      <LeaveGuard hasUnsaved={() => typed.size > 0} />
      <header className={styles.head}>
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
      {error && <Banner tone="stop" role="alert" title={ofError(error)} />}
      {!list && !error && <Skeleton label={t('prices:loading')} rows={8} />}
      {list && (
        <div className={styles.panes}>
          {(view === 'service' || view === 'product') && (
            <ItemsView key={view} kind={view} list={list} typed={typed} {...adding} />
          )}
          {view === 'practitioners' && (
            <PractitionersView practitioners={list.practitioners} typed={typed} {...adding} />
          )}
          {view === 'rates' && <RatesView list={list} typed={typed} />}
        </div>
      )}
    </div>
  );
}
