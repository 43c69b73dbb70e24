import { actions } from '#shared/words/actions/en.ts';
import type { audit as fi } from '../fi/audit.ts';
import type { Texts } from '../texts.ts';

/** Texts of the feature `audit`. */
export const audit = {
  title: 'Event log',
  loading: 'Loading events',
  lead: "Who has seen or changed the customer's data. Rows cannot be changed or deleted.",
  at: 'Time',
  by: 'User',
  action: 'Event',
  detail: 'Details',
  outcome: 'Outcome',
  more: 'Show more',
  loadingMore: 'Loading more…',
  empty: { title: 'No events yet', text: 'Every look and change will come here.' },
  outcomes: {
    done: 'done',
    started: 'started',
    failed: 'failed',
    refused: 'refused',
    cancelled: 'stopped',
  },
  actions,
  details: {
    number: 'customer number {{number}}',
    exported: 'file saved',
    notExported: 'file not saved',
  },
} as const satisfies Texts<typeof fi>;
