import type { Visit } from '#shared/features/visits/visit-view.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import type { Translate } from '../../locales/use-texts.ts';

interface SoldLine {
  readonly name: string;
  readonly quantity: number;
}

/** What was done and sold, in one row: `Hieronta 60 min, 2 × Kylmägeeli 150 ml`. */
function soldText(t: Translate, serviceName: string | null, lines: readonly SoldLine[]): string {
  const names = lines.map(({ name, quantity }) =>
    Math.abs(quantity) === 1 ? name : t('visits:list.quantity', { count: Math.abs(quantity), name }),
  );
  if (serviceName === null) return names.join(', ');
  const namesService = lines.some(({ name }) => name === serviceName);
  return (namesService ? names : [serviceName, ...names]).join(', ');
}

/** The same with the kind before it, when it was no visit: `Puhelu: Hieronta 60 min`. */
export function whatHappened(
  t: Translate,
  { kind, serviceName, lines, reverses }: Pick<Visit, 'kind' | 'serviceName' | 'lines' | 'reverses'>,
): string {
  const sold = reverses
    ? t('visits:reversal.of', { sold: soldText(t, serviceName, lines) })
    : soldText(t, serviceName, lines);
  if (kind === 'visit') return sold;
  const word = t(`words:visitKinds.${kind}`);
  return sold ? `${word}: ${sold}` : word;
}

/** That it has been saved: a call or a missed visit is not called a visit, and has a sum only when something was sold. */
export function savedText(
  t: Translate,
  { kind, lines }: { readonly kind: Visit['kind']; readonly lines: readonly unknown[] },
  totalCents: number,
): string {
  const sum = formatCents(totalCents);
  if (kind === 'visit') return t('visits:log.saved', { sum });
  return lines.length === 0 ? t('visits:log.savedOther') : t('visits:log.savedOtherSum', { sum });
}

/** Who did it, how it was paid and the receipt: `Onni Keksilä · Kortti · kuitti 12`. */
export function smallText(t: Translate, visit: Visit): string {
  return [visit.practitionerName ?? visit.recordedBy, receiptText(t, visit)].filter(Boolean).join(' · ');
}

/** How it was paid and the receipt: `Kortti · kuitti 12`; empty when nothing was charged. */
export function receiptText(
  t: Translate,
  { paymentMethod, receiptNumber }: Pick<Visit, 'paymentMethod' | 'receiptNumber'>,
): string {
  return [
    paymentMethod && paymentMethod !== 'none' ? t(`words:payments.${paymentMethod}`) : null,
    receiptNumber === null ? null : t('visits:list.receipt', { number: receiptNumber }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What it cost; a call or a missed visit, for which nothing was sold, has no sum. */
export function sumText({ lines, totalCents }: Pick<Visit, 'lines' | 'totalCents'>): string {
  return lines.length === 0 ? '' : formatCents(totalCents);
}

/** What was done to the entry later: taken back, moved, commented on. */
export function laterTexts(t: Translate, { reverses, reversedBy, movedHere, feedback }: Visit): string[] {
  const date = (instant: string) => formatDate(dateAt(instant));
  return [
    reversedBy
      ? t('visits:reversal.reversed', {
          date: date(reversedBy.at),
          by: reversedBy.by,
          reason: reversedBy.reason,
        })
      : null,
    reverses ? t('visits:reversal.reverses', { date: date(reverses.at), reason: reverses.reason }) : null,
    movedHere
      ? t('visits:moved.here', {
          number: movedHere.fromNumber,
          date: date(movedHere.at),
          by: movedHere.by,
          reason: movedHere.reason,
        })
      : null,
    ...feedback.map(({ rating, words }) =>
      words ? t('visits:feedback.said', { rating, words }) : t('visits:feedback.rated', { rating }),
    ),
  ].filter((text) => text !== null);
}

/** Neither taken back nor taking another back. */
export function isStanding({ reverses, reversedBy }: Pick<Visit, 'reverses' | 'reversedBy'>): boolean {
  return reverses === null && reversedBy === null;
}
