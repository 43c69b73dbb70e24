import type { Channel, ConsentAct, Purpose } from '#shared/features/consents/purposes.ts';

/** What the record panel opens with: what the person pointed at, never an answer of the customer's. */
export interface Draft {
  readonly purpose: Purpose;
  readonly channels: readonly Channel[];
  /** Only a withdrawal that was asked for by name; answers are always chosen in the panel. */
  readonly act: Extract<ConsentAct, 'withdrawn' | 'prohibition-withdrawn'> | null;
}

export function emptyDraft(purpose: Purpose): Draft {
  return { purpose, channels: [], act: null };
}
