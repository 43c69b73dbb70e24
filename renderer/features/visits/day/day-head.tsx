import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type VisitKind, visitKinds } from '#shared/features/visits/kinds.ts';
import { addDays, isoDateSchema } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ChipSelect } from '../../../ui/chip-select.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import oneColumn from '../../../ui/one-column.module.css';
import styles from './day-page.module.css';
import { type DayFilter, practitionerChoices } from './filter.ts';
import { weekdayOf } from './weekday.ts';

interface DayHeadProps {
  filter: DayFilter;
  date: string;
  today: string;
  onChange: (filter: DayFilter) => void;
  onGo: (date: string) => void;
  /** buttons at the end */
  children: ReactNode;
}

/** Which day, and what of it. */
export function DayHead({ filter, date, today, onChange, onGo, children }: DayHeadProps) {
  const t = useTexts();
  const { data: ofDay } = useQuery(client.visits.practitionersOfDay({ date }));
  const practitioners = practitionerChoices(ofDay ?? [], filter.practitioner);
  const all = t('visits:day.all');
  return (
    <header>
      <div className={oneColumn.head}>
        <h1>{t('visits:title')}</h1>
        <div className={styles.days}>
          <IconButton
            label={t('visits:day.previous')}
            icon={<ChevronLeft size={16} />}
            onPress={() => onGo(addDays(date, -1))}
          />
          <DayField date={date} today={today} onGo={onGo} />
          <IconButton
            label={t('visits:day.next')}
            icon={<ChevronRight size={16} />}
            isDisabled={date >= today}
            onPress={() => onGo(addDays(date, 1))}
          />
          <b>{weekdayOf(date, t('visits:day.locale'))}</b>
          {date !== today && (
            <Button small variant="quiet" onPress={() => onGo(today)}>
              {t('visits:day.today')}
            </Button>
          )}
        </div>
        <div className={styles.buttons}>{children}</div>
      </div>
      <div className={styles.filters}>
        <ChipSelect
          label={t('visits:log.practitioner')}
          value={filter.practitioner?.id ?? 'all'}
          isNarrowing={filter.practitioner !== null}
          onChange={(chosen) =>
            onChange({ ...filter, practitioner: practitioners.find(({ id }) => id === chosen) ?? null })
          }
          options={[
            { value: 'all', label: all },
            ...practitioners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <ChipSelect<VisitKind | 'all'>
          label={t('visits:log.kind')}
          value={filter.kind ?? 'all'}
          isNarrowing={filter.kind !== null}
          onChange={(kind) => onChange({ ...filter, kind: kind === 'all' ? null : kind })}
          options={[
            { value: 'all', label: all },
            ...visitKinds.map((value) => ({ value, label: t(`words:visitKinds.${value}`) })),
          ]}
        />
        <p className={styles.hint}>{t('visits:day.notCalendar')}</p>
      </div>
    </header>
  );
}

/**
 * Goes to a day when a whole date stands in the field: at Enter, or when the field is left. What is no day that has
 * been says so at Enter, and does not stay in the field when it is left: the list is of another day.
 */
function DayField({ date, today, onGo }: { date: string; today: string; onGo: (date: string) => void }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const [typed, setTyped] = useState(date);
  const [isAsked, setIsAsked] = useState(false);
  const [shown, setShown] = useState(date);
  if (shown !== date) {
    // another day came by a key or a button: the field shows it, and keeps the focus that it has
    setShown(date);
    setTyped(date);
  }
  const parsed = isoDateSchema.safeParse(typed);
  const problem = parsed.success ? undefined : parsed.error.issues[0]?.message;
  const issue = problem ?? (typed > today ? 'date-in-future' : undefined);
  const go = () => {
    if (issue === undefined && typed !== date) onGo(typed);
  };
  const change = (next: string) => {
    setIsAsked(false);
    setTyped(next);
  };
  const leave = () => {
    if (issue === undefined) go();
    else change(date);
  };
  return (
    <form
      className={styles.date}
      onSubmit={(event) => {
        event.preventDefault();
        setIsAsked(true);
        go();
      }}
    >
      <DateField
        label={t('visits:log.date')}
        isLabelHidden
        value={typed}
        onChange={change}
        onBlur={leave}
        error={isAsked && issue ? ofIssue(issue) : undefined}
      />
    </form>
  );
}
