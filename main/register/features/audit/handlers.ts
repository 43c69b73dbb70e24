import type { Contract } from '#shared/contract.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { eventsOfCustomer } from './store.ts';

const pageSize = 100;

export const auditHandlers: Handlers<Contract['audit']> = {
  async ofCustomer({ customerId, beforeSequence }, { db }) {
    const events = await eventsOfCustomer(db, customerId, beforeSequence, pageSize + 1);
    return { events: events.slice(0, pageSize), more: events.length > pageSize };
  },
};
