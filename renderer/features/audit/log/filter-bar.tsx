import { TriangleAlert, X } from 'lucide-react';
import type { Ref } from 'react';
import { ToggleButton } from 'react-aria-components';
import { actionGroups } from '#shared/features/audit/action-groups.ts';
import { type LogPage, outcomes } from '#shared/features/audit/log.ts';
import { DateRange } from '../../../app/date-range.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { ChipSelect } from '../../../ui/chip-select.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Kbd } from '../../../ui/kbd.tsx';
import { countText } from './count-text.ts';
import styles from './filter-bar.module.css';
import { anyWorkstation, type ChosenFilter, firstFilter, periods } from './log-filter.ts';

interface FilterBarProps {
  filter: ChosenFilter;
  onChange: (filter: ChosenFilter) => void;
  people: readonly { id: string; name: string }[];
  workstations: readonly string[];
  /** Marked rows that wait for the manager; null while not known. */
  unusual: number | null;
  count: LogPage['count'];
  found: LogPage['found'];
  searchRef: Ref<HTMLInputElement>;
}

const mostCounted = 1000;

/** What the log is narrowed to, all in one row. */
export function FilterBar({ filter, onChange, people, workstations, unusual, ...shown }: FilterBarProps) {
  const t = useTexts();
  const set = (part: Partial<ChosenFilter>) => onChange({ ...filter, ...part });
  const all = t('audit:log.all');
  const isNarrowed =
    JSON.stringify({ ...filter, period: '' }) !== JSON.stringify({ ...firstFilter, period: '' });
  return (
    <search className={styles.bar} aria-label={t('audit:log.filters')}>
      <div className={styles.row}>
        <div className={styles.search}>
          <input
            ref={shown.searchRef}
            aria-label={t('audit:log.search')}
            placeholder={t('audit:log.searchHint')}
            value={filter.text}
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => set({ text: event.target.value })}
          />
          <span>
            <Kbd keys="F2" />
          </span>
        </div>
        <ChipSelect
          label={t('audit:log.period.label')}
          value={filter.period}
          onChange={(period) => set({ period })}
          options={periods.map((value) => ({ value, label: t(`audit:log.period.${value}`) }))}
        />
        <ChipSelect
          label={t('audit:log.person')}
          value={filter.person}
          isNarrowing={filter.person !== 'all'}
          onChange={(person) => set({ person })}
          options={[
            { value: 'all', label: all },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'program', label: t('audit:log.program') },
          ]}
        />
        <ChipSelect
          label={t('audit:log.group')}
          value={filter.group}
          isNarrowing={filter.group !== 'all'}
          onChange={(group) => set({ group })}
          options={[
            { value: 'all' as const, label: all },
            ...actionGroups.map((value) => ({ value, label: t(`audit:log.groups.${value}`) })),
          ]}
        />
        <ChipSelect
          label={t('audit:log.workstation')}
          value={filter.workstation}
          isNarrowing={filter.workstation !== anyWorkstation}
          onChange={(workstation) => set({ workstation })}
          options={[
            { value: anyWorkstation, label: all },
            ...workstations.map((name) => ({ value: name, label: name })),
          ]}
        />
        <ChipSelect
          label={t('audit:log.outcomeFilter')}
          value={filter.outcome}
          isNarrowing={filter.outcome !== 'all'}
          onChange={(outcome) => set({ outcome })}
          options={[
            { value: 'all' as const, label: all },
            ...outcomes.map((value) => ({ value, label: t(`audit:outcomes.${value}`) })),
          ]}
        />
        {(unusual !== null && unusual > 0) || filter.unusual ? (
          <ToggleButton
            className={classNames(styles.unusual)}
            isSelected={filter.unusual}
            onChange={(isOn) => set({ unusual: isOn, period: isOn ? 'all' : 'today' })}
          >
            <TriangleAlert size={14} aria-hidden="true" />
            {t((unusual ?? 0) >= mostCounted ? 'audit:log.unusualMany' : 'audit:log.unusual', {
              count: unusual ?? 0,
            })}
          </ToggleButton>
        ) : null}
        {isNarrowed && (
          <Button
            small
            variant="quiet"
            icon={<X size={14} aria-hidden="true" />}
            onPress={() =>
              onChange({
                ...firstFilter,
                period: filter.unusual || filter.period === 'range' ? 'today' : filter.period,
              })
            }
          >
            {t('audit:log.clear')}
          </Button>
        )}
        <output className={styles.count}>{countText(t, shown)}</output>
      </div>
      {filter.period === 'range' && <DateRange days={filter} onChange={set} />}
    </search>
  );
}
