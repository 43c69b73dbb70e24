import type { ActiveTime, VatClass } from '#shared/features/visits/price-on.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';

interface Price {
  readonly validFrom: string;
  readonly unitPriceCents: number;
  readonly vatClass: VatClass;
}

interface Change<Field> {
  readonly field: Field;
  readonly validFrom?: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** What a price from a day changes; null before is a new price, null after one that was taken back. */
export function priceChanges(before: Price | null, after: Price | null): Change<'price' | 'vatClass'>[] {
  const validFrom = (after ?? before)?.validFrom ?? '';
  return [
    {
      field: 'price',
      validFrom,
      oldValue: before && String(before.unitPriceCents),
      newValue: after && String(after.unitPriceCents),
    },
    {
      field: 'vatClass',
      validFrom,
      oldValue: before?.vatClass ?? null,
      newValue: after?.vatClass ?? null,
    },
  ];
}

export function timesChanges(before: ActiveTime, after: ActiveTime): Change<'activeFrom' | 'activeUntil'>[] {
  return (['activeFrom', 'activeUntil'] as const).map((field) => ({
    field,
    oldValue: before[field],
    newValue: after[field],
  }));
}

/** A last day before the first one can be no active time. */
export function timesProblem({ activeFrom, activeUntil }: ActiveTime): Record<string, IssueCode> | null {
  const isBackwards = activeFrom !== null && activeUntil !== null && activeUntil < activeFrom;
  return isBackwards ? { activeUntil: 'date-too-early' } : null;
}
