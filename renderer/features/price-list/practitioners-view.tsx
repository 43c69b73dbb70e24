import type { ManagedPractitioner } from '#shared/features/visits/price-list-contract.ts';
import { today } from '#shared/values/dates.ts';
import { compareNames } from '#shared/values/names.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { focusField } from '../../ui/focus-field.ts';
import { Table } from '../../ui/table.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { activeText, isRetired } from './active-text.ts';
import { NewPractitioner } from './new-practitioner.tsx';
import { PractitionerDetail } from './practitioner-detail.tsx';
import styles from './price-list.module.css';
import type { ResumedForm } from './price-list-draft.ts';
import type { TypedForms } from './typed-forms.ts';
import { useListAndForm } from './use-list-and-form.ts';

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
  const day = today();
  const people = [...practitioners].sort(
    (a, b) => Number(isRetired(a, day)) - Number(isRetired(b, day)) || compareNames(a.name, b.name),
  );
  const rows = useListAndForm(people, resumed, () => onAdding(false));
  return (
    <>
      <div className={twoPanes.list} ref={rows.table}>
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
            onOpen={() => focusField('name')}
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
          onClose={rows.leave}
          onAdded={(id, name) => {
            rows.added(id);
            onAdding(false);
            toasts.show({ text: t('prices:added', { name }) });
          }}
        />
      ) : (
        rows.chosen && (
          <PractitionerDetail
            key={rows.formKey}
            practitioner={rows.chosen}
            typed={typed}
            resumed={resumed}
            onLeave={rows.leave}
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
