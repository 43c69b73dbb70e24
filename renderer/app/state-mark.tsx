import type { ConsentState } from '#shared/features/consents/purposes.ts';
import { ConsentMark, type ConsentMarkProps, type MarkState } from '../ui/consent-mark.tsx';

const marks: Readonly<Record<ConsentState, MarkState>> = {
  given: 'given',
  expiring: 'expiring',
  'old-wording': 'old-wording',
  expired: 'withdrawn',
  refused: 'not-given',
  withdrawn: 'withdrawn',
  'not-asked': 'not-asked',
  prohibited: 'prohibition',
  allowed: 'allowed-without-consent',
  'customer-exception': 'customer-exception',
};

/** The mark of a permission or prohibition, the same in lists, cards and the matrix. */
export function StateMark({ state, ...mark }: Omit<ConsentMarkProps, 'state'> & { state: ConsentState }) {
  return <ConsentMark {...mark} state={marks[state]} />;
}
