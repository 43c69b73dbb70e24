import type { ConsentCell } from '#shared/features/consents/contract.ts';
import {
  type Channel,
  canBeExcepted,
  canBeProhibited,
  type Purpose,
  type RecordableAct,
} from '#shared/features/consents/purposes.ts';
import { dateAt, formatDate } from '#shared/values/dates.ts';

/** `9.6.2025` of an instant; empty when there is none. */
export function dayOf(instant: string | null): string {
  return instant === null ? '' : formatDate(dateAt(instant));
}

/** `Helmi Testola` → `H. Testola`: staff names where room is scarce. */
export function shortName(name: string | null): string {
  const words = (name ?? '').split(' ').filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words[0]?.charAt(0)}. ${last}`;
}

export function cellsOf(cells: readonly ConsentCell[], purpose: Purpose): ConsentCell[] {
  return cells.filter((cell) => cell.purpose === purpose);
}

export function isProhibited({ state }: ConsentCell): boolean {
  return state === 'prohibited';
}

/** A consent that can be withdrawn, also one that a prohibition lies over. */
export function isInForce({ state, overridden }: ConsentCell): boolean {
  return ['given', 'expiring', 'old-wording'].includes(overridden?.state ?? state);
}

/** One prohibition, recorded at once, that covers every channel of the purpose. */
export function wholeProhibition(row: readonly ConsentCell[]): ConsentCell | null {
  const [first, ...others] = row;
  if (!first || others.length === 0) return null;
  const isSame = (cell: ConsentCell) => isProhibited(cell) && cell.since === first.since;
  return row.every(isSame) ? first : null;
}

/** The purposes that the customer has prohibited in some channel, each with those channels and the first date. */
export function prohibitionsIn(
  cells: readonly ConsentCell[],
): { purpose: Purpose; channels: Channel[]; since: string | null }[] {
  const prohibited = cells.filter(isProhibited);
  return [...new Set(prohibited.map(({ purpose }) => purpose))].map((purpose) => {
    const own = cellsOf(prohibited, purpose);
    return {
      purpose,
      channels: own.flatMap(({ channel }) => channel ?? []),
      since: own.map(({ since }) => since).sort()[0] ?? null,
    };
  });
}

/** An address got at a sale may be used here, unless the customer has forbidden it. */
function mayBeExcepted(cell: ConsentCell): boolean {
  return cell.channel !== null && canBeExcepted(cell.purpose, cell.channel) && !isProhibited(cell);
}

/** What can be recorded for a purpose now: the answers, and the withdrawals that have something to end. */
export function possibleActs(row: readonly ConsentCell[], purpose: Purpose): RecordableAct[] {
  return [
    'given',
    'refused',
    ...(canBeProhibited(purpose) ? (['prohibited'] as const) : []),
    ...(row.some(isInForce) ? (['withdrawn'] as const) : []),
    ...(row.some(isProhibited) ? (['prohibition-withdrawn'] as const) : []),
    ...(row.some(mayBeExcepted) ? (['contact-at-sale'] as const) : []),
  ];
}

/** Whether an act means anything in this cell: a withdrawal needs something to end. */
export function isPossible(act: RecordableAct | null, cell: ConsentCell): boolean {
  if (act === 'withdrawn') return isInForce(cell);
  if (act === 'prohibition-withdrawn') return isProhibited(cell);
  if (act === 'contact-at-sale') return mayBeExcepted(cell);
  return true;
}
