import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays, formatDate, formatTime, timeAt } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { IconButton } from '../../../ui/button.tsx';
import styles from './day-plot.module.css';
import { numberText } from './number-text.ts';

interface Bar {
  /** Quarters of an hour from midnight in Finland. */
  quarter: number;
  /** First moment of the quarter. */
  at: string;
  events: number;
  unusual: number;
}

interface DayPlotProps {
  /** `YYYY-MM-DD`. */
  date: string;
  today: string;
  onChange: (date: string) => void;
}

/** When the log was written to on one day: a bar for each quarter of an hour, and the same in words. */
export function DayPlot({ date, today, onChange }: DayPlotProps) {
  const t = useTexts();
  const { data, error } = useQuery(client.audit.day({ date }));
  const bars = (data?.quarters ?? []).map((one): Bar => ({ ...one, quarter: quarterOf(one.at) }));
  const total = bars.reduce((sum, { events }) => sum + events, 0);
  const [first, last] = hoursOf(bars);
  const day = date === today ? t('audit:log.day.today') : formatDate(date);
  const hours = { from: first, to: last };
  return (
    <figure className={styles.plot}>
      <figcaption>
        <b>
          {data &&
            (total === 1
              ? t('audit:log.day.titleOne', { day })
              : t('audit:log.day.title', { day, shown: numberText(total) }))}
        </b>
        <span className={styles.meta}>{t('audit:log.day.meta', hours)}</span>
        <span className={styles.steps}>
          <IconButton
            small
            label={t('audit:log.day.previous')}
            icon={<ChevronLeft size={16} />}
            onPress={() => onChange(addDays(date, -1))}
          />
          <IconButton
            small
            label={t('audit:log.day.next')}
            icon={<ChevronRight size={16} />}
            isDisabled={date >= today}
            onPress={() => onChange(addDays(date, 1))}
          />
        </span>
      </figcaption>
      {(data || !error) && (
        <>
          <div className={styles.bars} role="img" aria-label={altText(t, day, hours, bars, total)}>
            <Bars bars={bars} first={first} last={last} />
          </div>
          <Hours first={first} last={last} />
        </>
      )}
    </figure>
  );
}

function Bars({ bars, first, last }: { bars: readonly Bar[]; first: number; last: number }) {
  const most = Math.max(1, ...bars.map(({ events }) => events));
  const byQuarter = new Map(bars.map((bar) => [bar.quarter, bar]));
  return Array.from({ length: (last - first) * 4 }, (_, index) => {
    const bar = byQuarter.get(first * 4 + index);
    return (
      <i
        // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
        key={index}
        data-unusual={(bar && bar.unusual > 0) || undefined}
        style={{ height: bar ? `${Math.max(8, Math.round((bar.events / most) * 100))}%` : 0 }}
      />
    );
  });
}

function Hours({ first, last }: { first: number; last: number }) {
  const step = last - first > 14 ? 4 : 2;
  const marks = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, index) => first + index * step,
  );
  return (
    <div className={styles.hours} aria-hidden="true">
      {marks.map((hour) => (
        <span key={hour} style={{ left: `${((hour - first) / (last - first)) * 100}%` }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

function quarterOf(instant: string): number {
  const [hour = 0, minute = 0] = timeAt(instant).split(':').map(Number);
  return hour * 4 + Math.floor(minute / 15);
}

const usualHours = [6, 20] as const;

/** An office's day, and as much more as there were events outside it; an even number of hours. */
function hoursOf(bars: readonly Bar[]): [number, number] {
  const hours = bars.map(({ quarter }) => Math.floor(quarter / 4));
  const first = Math.min(usualHours[0], ...hours);
  const last = Math.max(usualHours[1], ...hours.map((hour) => hour + 1));
  return [first - (first % 2), last + (last % 2)];
}

function altText(
  t: Translate,
  day: string,
  hours: { from: number; to: number },
  bars: readonly Bar[],
  total: number,
): string {
  const busiest = bars.toSorted((a, b) => b.events - a.events)[0];
  if (!busiest) return t('audit:log.day.altNone', { day });
  const unusual = bars.filter((bar) => bar.unusual > 0).map(({ at }) => formatTime(at));
  const counts = { day, ...hours, events: total, busiest: formatTime(busiest.at), most: busiest.events };
  return [
    t('audit:log.day.alt', counts),
    unusual.length > 0 && t('audit:log.day.altUnusual', { times: unusual.join(', ') }),
  ]
    .filter(Boolean)
    .join(' ');
}
