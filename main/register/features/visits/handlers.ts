import type { Contract } from '#shared/contract.ts';
import { totalOf } from '#shared/features/visits/totals.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { dateAt, instantAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import {
  activePractitioner,
  activePractitioners,
  activePriceList,
  activeService,
  countItems,
  insertPractitioner,
  insertVisit,
  visitSums,
  visitsOfCustomer,
} from './store.ts';

const pageSize = 50;

/** @param ports what visits need of the customers feature */
export function visitsHandlers(ports: {
  customerExists: (db: Queries, customerId: string) => Promise<boolean>;
}): Handlers<Contract['visits']> {
  return {
    async priceList(_input, { db }) {
      return { items: await activePriceList(db), practitioners: await activePractitioners(db) };
    },

    async ofCustomer({ customerId, before }, { db, now }) {
      const visits = await visitsOfCustomer(db, customerId, before, pageSize + 1);
      const yearStart = instantAt(`${dateAt(now).slice(0, 4)}-01-01`, '00:00');
      const sums = await visitSums(db, customerId, yearStart);
      return { visits: visits.slice(0, pageSize), more: visits.length > pageSize, ...sums };
    },

    async log(input, { tx, actor, now }) {
      if (input.at > now) throw new AppError({ kind: 'invalid-input', fields: { at: 'date-in-future' } });
      const { customerId, serviceId, practitionerId, lines, ...visit } = input;
      const service = await activeService(tx, serviceId);
      const practitioner = await activePractitioner(tx, practitionerId);
      const items = [...new Set(lines.flatMap(({ itemId }) => itemId ?? []))];
      const known =
        (await ports.customerExists(tx, customerId)) && (await countItems(tx, items)) === items.length;
      if (!service || !practitioner || !known) throw new AppError({ kind: 'not-found' });
      const totalCents = totalOf(lines);
      await insertVisit(
        tx,
        {
          ...visit,
          customer_id: customerId,
          service_id: serviceId,
          service_name: service.name,
          practitioner_id: practitionerId,
          practitioner_name: practitioner.name,
          total_cents: totalCents,
          source: 'staff',
          recorded_at: now,
          recorded_by: actor.id,
          recorded_by_name: actor.name,
        },
        lines,
      );
      return { id: visit.id, totalCents };
    },

    async addPractitioner(practitioner, { tx }) {
      await insertPractitioner(tx, practitioner);
      return { id: practitioner.id };
    },
  };
}
