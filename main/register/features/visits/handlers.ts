import type { Contract } from '#shared/contract.ts';
import { isActiveOn } from '#shared/features/visits/price-on.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { dateAt, instantAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { moveVisit, reverseVisit } from './corrections.ts';
import { movesFrom } from './corrections-store.ts';
import { limitsOf, practitionersOn, totalsOfDay, visitsOfDay } from './day-store.ts';
import { giveFeedback } from './feedback.ts';
import { feedbackOverview } from './feedback-overview.ts';
import { anonymousFeedback, feedbackOfCustomer } from './feedback-store.ts';
import { logVisit } from './log-visit.ts';
import { allPractitioners } from './practitioners-store.ts';
import { priceListHandlers } from './price-list-handlers.ts';
import { printReceipt, type ReceiptPorts } from './print-receipt.ts';
import { visitSums, visitsOfCustomer } from './store.ts';
import { visitViews } from './views-store.ts';

const pageSize = 50;
const mostFeedback = 50;
/** More than any clinic sees on one day. */
const mostOfDay = 500;

/** @param ports what visits need of the customers feature */
export function visitsHandlers(
  ports: ReceiptPorts & { customerExists: (db: Queries, customerId: string) => Promise<boolean> },
): Handlers<Contract['visits']> {
  return {
    ...priceListHandlers,
    printReceipt: (input, context) => printReceipt(ports, input, context),

    async ofCustomer({ customerId, show, before }, { db, now }) {
      const yearStart = instantAt(`${dateAt(now).slice(0, 4)}-01-01`, '00:00');
      const shown = show === 'year' ? { since: yearStart } : show;
      const visits = await visitsOfCustomer(db, customerId, { shown, before, limit: pageSize + 1 });
      const sums = await visitSums(db, customerId, yearStart);
      const movedAway = await movesFrom(db, customerId);
      const feedback = before === null ? await feedbackOfCustomer(db, customerId, mostFeedback) : [];
      const more = visits.length > pageSize;
      return { visits: visits.slice(0, pageSize), more, ...sums, movedAway, feedback };
    },

    async ofDay(filter, { db }) {
      const rows = await visitsOfDay(db, filter, mostOfDay + 1);
      const visits = await visitViews(db, rows.slice(0, mostOfDay));
      const names = await ports.customerNames(
        db,
        rows.map((row) => row.customer_id),
      );
      const { from, until } = limitsOf(filter.date);
      return {
        visits: visits.flatMap((visit, index) => {
          const id = rows[index]?.customer_id ?? '';
          const name = names.get(id);
          return name ? [{ ...visit, customer: { id, ...name } }] : [];
        }),
        more: rows.length > mostOfDay,
        totals: await totalsOfDay(db, filter),
        anonymousFeedback: await anonymousFeedback(db, from, until),
      };
    },

    async practitionersOfDay({ date }, { db }) {
      const named = await practitionersOn(db, date);
      const practitioners = await allPractitioners(db);
      return practitioners.filter((one) => isActiveOn(one, date) || named.has(one.id));
    },

    async log(input, context) {
      const isKnown = await ports.customerExists(context.tx, input.customerId);
      if (!isKnown) throw new AppError({ kind: 'not-found' });
      return logVisit(input, context);
    },

    reverse: reverseVisit,

    async move(input, context) {
      const isKnown = await ports.customerExists(context.tx, input.toCustomerId);
      if (!isKnown) throw new AppError({ kind: 'not-found' });
      return moveVisit(input, context);
    },

    giveFeedback,
    feedbackOverview: (input, context) => feedbackOverview(ports, input, context),
  };
}
