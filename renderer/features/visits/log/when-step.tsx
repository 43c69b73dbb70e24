import { useEffect, useState } from 'react';
import type { VisitKind } from '#shared/features/visits/kinds.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { useMinute } from '../../../app/clock.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useTypedValue } from '../../../ui/use-typed-value.ts';
import { focusAndSelect } from './focus-and-select.ts';
import { KindSelect } from './kind-select.tsx';
import styles from './log-visit-panel.module.css';
import { parseTime, timeText } from './time-text.ts';
import type { VisitFormApi } from './visit-form-api.ts';

/** Now, unless the visit is written down afterwards; and whether it was a visit at all. */
export function WhenStep({ form, onKind }: { form: VisitFormApi; onKind: (kind: VisitKind) => void }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const today = dateAt(useMinute());
  const [isChanging, setIsChanging] = useState(() => form.getValues('date') !== today);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    if (isAsked) focusAndSelect('date');
  }, [isAsked]);
  const change = () => {
    setIsChanging(true);
    setIsAsked(true);
  };
  if (!isChanging) {
    const { date, time } = form.getValues();
    return (
      <div className={styles.when}>
        <b>{date === today ? t('visits:log.today', { date: formatDate(date) }) : formatDate(date)}</b>
        <b>{timeText(time)}</b>
        <LinkButton onPress={change}>{t('visits:log.changeTime')}</LinkButton>
        <KindSelect form={form} isLabelHidden onChange={onKind} />
      </div>
    );
  }
  return (
    <div className={styles.when} data-changing>
      <Controlled control={form.control} name="date" errorText={ofIssue}>
        {(field) => <DateField {...field} label={t('visits:log.date')} />}
      </Controlled>
      <Controlled control={form.control} name="time" errorText={ofIssue}>
        {(field) => <TimeField {...field} label={t('visits:log.time')} />}
      </Controlled>
      <KindSelect form={form} isLabelHidden={false} onChange={onKind} />
    </div>
  );
}

interface TimeFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur: () => void;
  id: string;
  error: string | undefined;
}

/** `HH:MM`, shown and typed as `14.30`. */
function TimeField({ value, onChange, onBlur, ...field }: TimeFieldProps) {
  const typed = useTypedValue(value, onChange, (text) => parseTime(text) ?? text.trim(), timeText);
  return (
    <TextField
      {...field}
      isNumeric
      value={typed.text}
      onChange={typed.onTextChange}
      onBlur={() => {
        typed.tidy();
        onBlur();
      }}
    />
  );
}
