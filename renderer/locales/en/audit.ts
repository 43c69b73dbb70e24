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
  actions: {
    customers: {
      card: "Opened the customer's card",
      revealHetu: 'Saw the identity code',
      register: 'Added the customer',
      edit: 'Changed details',
      forEditing: 'Opened the details for editing',
      history: 'Saw the changes of the details',
    },
    visits: { ofCustomer: 'Saw the visits', log: 'Logged a visit' },
    consents: { ofCustomer: 'Saw the consents', record: 'Recorded a consent or prohibition' },
    reports: { exportCustomer: 'Exported the data to an encrypted file' },
    audit: { ofCustomer: 'Saw the event log' },
  },
  details: {
    number: 'customer number {{number}}',
    exported: 'file saved',
    notExported: 'file not saved',
  },
} as const satisfies Texts<typeof fi>;
