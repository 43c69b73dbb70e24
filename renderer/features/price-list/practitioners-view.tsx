import { useRef, useState } from 'react';
import type { ManagedPractitioner } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { compareNames } from '#shared/values/names.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Table } from '../../ui/table.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { activeText, isRetired } from './active-text.ts';
import { NewPractitioner } from './new-practitioner.tsx';
import { PractitionerDetail } from './practitioner-detail.tsx';
import styles from './price-list.module.css';
import type { ResumedForm } from './price-list-draft.ts';
import type { TypedForms } from './typed-forms.ts';
import { useRows } from './use-rows.ts';

interface PractitionersViewProps {
  practitioners: readonly ManagedPractitioner[];
  typed: TypedForms;
  resumed: ResumedForm | null;
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}

/** Who serves the customers, by name, the former ones last. */
export function PractitionersView({
  practitioners,
  typed,
  resumed,
  isAdding,
  onAdding,
}: PractitionersViewProps) {
  const t = useTexts();
  const toasts = useToasts();
  const [added, setAdded] = useState<string | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const day = today();
  const people = [...practitioners].sort(
    (a, b) => Number(isRetired(a, day)) - Number(isRetired(b, day)) || compareNames(a.name, b.name),
  );
  const rows = useRows(people, table, [added, resumed?.id ?? null]);
  const [round, setRound] = useState(0);
  const leave = () => {
    setRound(round + 1);
    onAdding(false);
    rows.focusChosen();
  };
  useViewKeys([
    { keys: 'J', label: t('prices:keys.next'), action: () => rows.go(1) },
    { keys: 'K', label: t('prices:keys.previous'), action: () => rows.go(-1) },
  ]);
  return (
    <>
      <div className={twoPanes.list} ref={table}>
        <div className={styles.table}>
          <Table
            label={t('prices:views.practitioners')}
            rows={people}
            rowId={({ id }) => id}
            selectedId={isAdding ? null : (rows.chosen?.id ?? null)}
            onSelect={(row) => {
              onAdding(false);
              rows.choose(row);
            }}
            onOpen={() => document.getElementById('name')?.focus()}
            columns={[
              {
                id: 'name',
                header: t('prices:practitioner.name'),
                isRowHeader: true,
                cell: (one) => (
                  <span className={isRetired(one, day) ? twoPanes.off : twoPanes.name}>{one.name}</span>
                ),
              },
              {
                id: 'status',
                header: t('prices:table.status'),
                width: '45%',
                cell: (one) => <Status practitioner={one} day={day} />,
              },
            ]}
            empty={
              <EmptyState title={t('prices:empty.practitioners.title')}>
                {t('prices:empty.practitioners.text')}
              </EmptyState>
            }
          />
        </div>
      </div>
      {isAdding ? (
        <NewPractitioner
          key={resumed?.draft.id}
          typed={typed}
          resumed={resumed}
          onClose={leave}
          onAdded={(id, name) => {
            setAdded(id);
            onAdding(false);
            toasts.show({ text: t('prices:added', { name }) });
          }}
        />
      ) : (
        rows.chosen && (
          <PractitionerDetail
            key={`${rows.chosen.id} ${rows.chosen.version} ${resumed?.draft.id} ${round}`}
            practitioner={rows.chosen}
            typed={typed}
            resumed={resumed}
            onLeave={leave}
          />
        )
      )}
    </>
  );
}

function Status({ practitioner, day }: { practitioner: ManagedPractitioner; day: string }) {
  const t = useTexts();
  const text = activeText(t, practitioner, day);
  return text === null ? (
    <span className={twoPanes.dim}>{t('prices:status.inUse')}</span>
  ) : (
    <Badge>{text}</Badge>
  );
}
