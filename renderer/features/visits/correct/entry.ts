import type { Visit } from '#shared/features/visits/visit-view.ts';

/** An entry and whose it is. */
export interface Entry {
  readonly visit: Visit;
  readonly customerId: string;
}
