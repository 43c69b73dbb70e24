import type { CustomerHit } from '#shared/features/customers/contract.ts';
import type { Translate } from '../../../locales/use-texts.ts';

type Marks = CustomerHit['marks'];

/** A mark in words: what it is about, and how it stands. */
export type MarkLabels = (column: keyof Marks, state: Marks[keyof Marks]) => string;

/** Puts each of the few sentences together once: a list of fifty customers shows two hundred marks. */
export function markLabels(t: Translate): MarkLabels {
  const known = new Map<string, string>();
  return (column, state) => {
    const key = `${column} ${state}`;
    const label =
      known.get(key) ??
      t('customers:marks.named', {
        what: t(`customers:marks.names.${column}`),
        state: t(`words:states.${state}`),
      });
    known.set(key, label);
    return label;
  };
}
