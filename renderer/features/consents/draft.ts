import type { Channel, ConsentAct, Purpose } from '#shared/features/consents/purposes.ts';

/** What the record panel opens with: what the person pointed at, never an answer of the customer's. */
export interface Draft {
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  /** Only a withdrawal that was asked for by name; answers are always chosen in the panel. */
  readonly act: Extract<ConsentAct, 'withdrawn' | 'prohibition-withdrawn'> | null;
}

/** Without a purpose the first one of the matrix: the panel shows which, and the digits choose another. */
export function emptyDraft(purpose: Purpose = 'direct-marketing'): Draft {
  return { purpose, channels: [], act: null };
}
