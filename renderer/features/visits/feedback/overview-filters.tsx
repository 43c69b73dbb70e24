import { DateRange } from '../../../app/date-range.tsx';
import { daysText } from '../../../app/days.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { ChipSelect } from '../../../ui/chip-select.tsx';
import { type OverviewFilter, periods, shows } from './overview-filter.ts';
import styles from './overview-page.module.css';

interface OverviewFiltersProps {
  filter: OverviewFilter;
  /** What the filter means by the calendar. */
  days: { from: string | null; to: string | null };
  onChange: (filter: OverviewFilter) => void;
}

/** Of which time, and whether ratings without words are listed too. */
export function OverviewFilters({ filter, days, onChange }: OverviewFiltersProps) {
  const t = useTexts();
  const set = (part: Partial<OverviewFilter>) => onChange({ ...filter, ...part });
  return (
    <search className={styles.filters} aria-label={t('visits:overview.filters')}>
      <div className={styles.row}>
        <ChipSelect
          label={t('visits:overview.period.label')}
          value={filter.period}
          onChange={(period) => set({ period })}
          options={periods.map((value) => ({ value, label: t(`visits:overview.period.${value}`) }))}
        />
        <ChipSelect
          label={t('visits:overview.show.label')}
          value={filter.show}
          isNarrowing={filter.show !== 'words'}
          onChange={(show) => set({ show })}
          options={shows.map((value) => ({ value, label: t(`visits:overview.show.${value}`) }))}
        />
        {filter.period !== 'range' && <output className={styles.days}>{daysText(days)}</output>}
      </div>
      {filter.period === 'range' && <DateRange days={filter} onChange={set} />}
    </search>
  );
}
