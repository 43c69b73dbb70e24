import type { Translate } from '../../locales/use-texts.ts';

interface SoldLine {
  readonly name: string;
  readonly quantity: number;
}

/** What was done and sold, in one row: `Hieronta 60 min, 2 × Kylmägeeli 150 ml`. */
export function soldText(t: Translate, serviceName: string, lines: readonly SoldLine[]): string {
  const names = lines.map(({ name, quantity }) =>
    quantity === 1 ? name : t('visits:list.quantity', { count: quantity, name }),
  );
  const namesService = lines.some(({ name }) => name === serviceName);
  return (namesService ? names : [serviceName, ...names]).join(', ');
}
