import type { Visit } from '#shared/features/visits/contract.ts';
import type { Translate } from '../../locales/use-texts.ts';

interface SoldLine {
  readonly name: string;
  readonly quantity: number;
}

/** What was done and sold, in one row: `Hieronta 60 min, 2 × Kylmägeeli 150 ml`. */
export function soldText(t: Translate, serviceName: string | null, lines: readonly SoldLine[]): string {
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
  { kind, serviceName, lines }: Pick<Visit, 'kind' | 'serviceName' | 'lines'>,
): string {
  const sold = soldText(t, serviceName, lines);
  if (kind === 'visit') return sold;
  const word = t(`words:visitKinds.${kind}`);
  return sold ? `${word}: ${sold}` : word;
}
