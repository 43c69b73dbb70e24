import type { Visit } from '#shared/features/visits/visit-view.ts';

/** An entry and whose it is. */
export interface Entry {
  readonly visit: Visit;
  readonly customerId: string;
  /** Where entries of several customers stand in one list. */
  readonly customerName?: string;
}
