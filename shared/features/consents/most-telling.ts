import type { ConsentState } from './purposes.ts';

/**
 * What one mark says about several channels: a prohibition before everything, then a permission that needs
 * care, then any permission, then why there is none. `allowed` comes last: it needs no attention.
 */
const order: readonly ConsentState[] = [
  'prohibited',
  'expiring',
  'old-wording',
  'given',
  'expired',
  'withdrawn',
  'refused',
  'customer-exception',
  'not-asked',
  'allowed',
];

/** The state that a single mark shows for all of `states`; nothing to show is `not-asked`. */
export function mostTelling(states: readonly ConsentState[]): ConsentState {
  return order.find((state) => states.includes(state)) ?? 'not-asked';
}
