import { useTexts } from '../locales/use-texts.ts';
import { DateField } from '../ui/date-field.tsx';
import styles from './date-range.module.css';
import { dateOrNull, isBackwards, type TypedDays } from './days.ts';
import { useFaultTexts } from './fault-text.ts';

interface DateRangeProps {
  days: TypedDays;
  onChange: (part: Partial<TypedDays>) => void;
}

/** The days of a period of one's own; either side may be left open. */
export function DateRange({ days, onChange }: DateRangeProps) {
  const t = useTexts();
  const faults = useFaultTexts();
  const problem = (value: string) =>
    value === '' || dateOrNull(value) !== null ? undefined : faults.ofIssue('date-format');
  return (
    <div className={styles.range}>
      <DateField
        autoFocus={days.from === ''}
        label={t('days.from')}
        value={days.from}
        onChange={(from) => onChange({ from })}
        error={problem(days.from)}
      />
      <DateField
        label={t('days.to')}
        value={days.to}
        onChange={(to) => onChange({ to })}
        error={problem(days.to) ?? (isBackwards(days) ? t('days.wrongOrder') : undefined)}
      />
    </div>
  );
}
