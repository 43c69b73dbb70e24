import { z } from 'zod';
import type { IssueCode } from '../rpc/issue-codes.ts';

type DateResult = { ok: true; value: string } | { ok: false; issue: IssueCode };

/** Finland's one time zone; instants are stored in UTC and shown in this. */
const clinicTimeZone = 'Europe/Helsinki';

export const isoDateSchema = z.iso.date({ error: 'date-format' });
/** UTC instant such as `2026-11-18T12:32:07.123Z`. */
export const instantSchema = z.iso.datetime({ error: 'date-format' });

const forms: readonly RegExp[] = [
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  /^(?<day>\d{1,2})[.,\s/-]\s*(?<month>\d{1,2})[.,\s/-]\s*(?<year>\d{4}|\d{2})$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4}|\d{2})$/,
];

/**
 * Which year two digits stand for: `past` is the latest that has been (when somebody was born or died), `near` the
 * nearest, before or after today: a slip into next month then reads as next month, not as a hundred years ago.
 */
export type TwoDigitYears = 'past' | 'near';

/** A year of two digits comes back every hundred years: half of them before today, half after. */
const yearsAhead = 50;

/**
 * Reads a date in any usual Finnish form (26.5.1968, 26.05.68, 260568, 26051968, 1968-05-26) into
 * `YYYY-MM-DD`. The number pad of a Finnish keyboard has a comma where others have the dot.
 */
export function parseDate(text: string, today: string, years: TwoDigitYears): DateResult {
  const latest = years === 'past' ? today : addMonths(today, 12 * yearsAhead);
  for (const form of forms) {
    const parts = form.exec(text.trim())?.groups;
    if (parts) return fromParts(Number(parts.day), Number(parts.month), parts.year ?? '', latest);
  }
  return { ok: false, issue: 'date-format' };
}

function fromParts(day: number, month: number, yearText: string, latest: string): DateResult {
  const date = (year: number) => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  let year = Number(yearText);
  if (yearText.length === 2) {
    const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100;
    year += date(century + year) <= latest ? century : century - 100;
  }
  return dateExists(year, month, day)
    ? { ok: true, value: date(year) }
    : { ok: false, issue: 'date-does-not-exist' };
}

function dateExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A birth date: exists, is not in the future, and nobody alive was born before 1850. */
export function parseBirthDate(text: string, today: string): DateResult {
  const parsed = parseDate(text, today, 'past');
  if (!parsed.ok) return parsed;
  if (parsed.value > today) return { ok: false, issue: 'date-in-future' };
  if (parsed.value < '1850-01-01') return { ok: false, issue: 'date-too-early' };
  return parsed;
}

/** `1968-05-26` → `26.5.1968`. The same in every language: the office works on Finnish dates. */
export function formatDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(day)}.${Number(month)}.${Number(year)}`;
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: clinicTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function clinicParts(instant: string): Record<string, string> {
  return Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
}

/** The calendar date in Finland at a UTC instant, as `YYYY-MM-DD`. */
export function dateAt(instant: string): string {
  const { year, month, day } = clinicParts(instant);
  return `${year}-${month}-${day}`;
}

/** Time of day in Finland, `9.05` (hours without, minutes with a leading zero). */
export function formatTime(instant: string): string {
  const { hour, minute } = clinicParts(instant);
  return `${Number(hour)}.${minute}`;
}

/** `9.05.07`: time of day in Finland to the second. */
export function formatTimeToSecond(instant: string): string {
  const { second } = clinicParts(instant);
  return `${formatTime(instant)}.${second}`;
}

/** `18.11.2026 14.32` in Finland's time. */
export function formatInstant(instant: string): string {
  return `${formatDate(dateAt(instant))} ${formatTime(instant)}`;
}

/**
 * The UTC instant of a date (`YYYY-MM-DD`) and a time of day (`HH:MM`) in Finland. A time that the
 * spring change skips becomes the one an hour later; of a repeated autumn hour it is the first.
 */
export function instantAt(isoDate: string, time: string): string {
  const wanted = Date.parse(`${isoDate}T${time}:00.000Z`);
  for (const offsetHours of [3, 2]) {
    const candidate = new Date(wanted - offsetHours * 3_600_000).toISOString();
    if (Date.parse(`${dateAt(candidate)}T${timeAt(candidate)}:00.000Z`) === wanted) return candidate;
  }
  return new Date(wanted - 2 * 3_600_000).toISOString();
}

/** `HH:MM` in Finland at an instant: the form that `instantAt` takes. */
export function timeAt(instant: string): string {
  const { hour, minute } = clinicParts(instant);
  return `${hour}:${minute}`;
}

/** Whole years from a birth date to a day; a person born on 29 February grows older on 1 March in common years. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * Calendar months later, as the law counts them (Reg. (EEC, Euratom) 1182/71, Art. 3): the same day number,
 * or the month's last day where it has none.
 */
export function addMonths(isoDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-${two(Math.min(day, last))}`;
}

/** `2026-02-28` and 1 → `2026-03-01`; negative days go back. Stops at the first and the last year of four digits. */
export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + days);
  if (date.getUTCFullYear() < 0) return '0000-01-01';
  return date.getUTCFullYear() > 9999 ? '9999-12-31' : date.toISOString().slice(0, 10);
}

/** Today's date in Finland by the computer's clock, for reading what a person types. */
export function today(): string {
  return dateAt(new Date().toISOString());
}
