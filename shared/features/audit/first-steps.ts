/** The first things that a new person does at the desk, in this order, and the call that shows each was done. */
export const firstSteps = ['find', 'visit', 'consent'] as const;
export type FirstStep = (typeof firstSteps)[number];

export const callOfStep = {
  find: 'customers.card',
  visit: 'visits.log',
  consent: 'consents.record',
} satisfies Record<FirstStep, string>;
