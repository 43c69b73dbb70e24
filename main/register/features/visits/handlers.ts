import type { Contract } from '#shared/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { dateAt, instantAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { logVisit } from './log-visit.ts';
import { priceListHandlers } from './price-list-handlers.ts';
import { visitSums, visitsOfCustomer } from './store.ts';

const pageSize = 50;

/** @param ports what visits need of the customers feature */
export function visitsHandlers(ports: {
  customerExists: (db: Queries, customerId: string) => Promise<boolean>;
}): Handlers<Contract['visits']> {
  return {
    ...priceListHandlers,

    async ofCustomer({ customerId, before }, { db, now }) {
      const visits = await visitsOfCustomer(db, customerId, before, pageSize + 1);
      const yearStart = instantAt(`${dateAt(now).slice(0, 4)}-01-01`, '00:00');
      const sums = await visitSums(db, customerId, yearStart);
      return { visits: visits.slice(0, pageSize), more: visits.length > pageSize, ...sums };
    },

    async log(input, context) {
      const isKnown = await ports.customerExists(context.tx, input.customerId);
      if (!isKnown) throw new AppError({ kind: 'not-found' });
      return logVisit(input, context);
    },
  };
}
