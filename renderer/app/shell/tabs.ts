import { client } from '../../api/client.ts';

/** The index tabs, each with the call that its screen cannot do without. */
export const tabs = [
  { id: 'customers', to: '/customers', needs: client.customers.search },
  { id: 'visits', to: '/visits', needs: client.visits.ofDay },
  { id: 'wordings', to: '/wordings', needs: client.consents.wordingHistory },
  { id: 'audit', to: '/audit', needs: client.audit.list },
  { id: 'users', to: '/users', needs: client.accounts.list },
  { id: 'settings', to: '/settings', needs: client.settings.clinic },
] as const;
