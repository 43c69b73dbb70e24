import type { Contract } from '#shared/contract.ts';
import type { ConsentEntry } from '#shared/features/consents/entry.ts';
import type { ConsentMarks, CustomerForm } from '#shared/features/customers/contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { Actor, Handlers } from '../../rpc/handlers.ts';
import { cardOf, withNames } from './card.ts';
import { fieldsChangedSince, insertChanges } from './changes.ts';
import { groupHandlers } from './group-handlers.ts';
import { historyPage } from './history.ts';
import { recordHandlers } from './record-handlers.ts';
import { otherNames, recordsOf } from './records-store.ts';
import { restrictionHandlers } from './restriction-handlers.ts';
import { changesBetween, detailsOf, likeness, readWanted, strongestFirst } from './rules.ts';
import { fileCustomer, findCustomers } from './search.ts';
import { foundById } from './search-hits.ts';
import {
  existing,
  findCandidates,
  findCustomer,
  insertCustomer,
  nextNumber,
  ownerOfHetu,
  takeNumber,
  updateCustomer,
} from './store.ts';
import { commonPart, contactDetails, shownDetails, toHit } from './views.ts';

/** What customers need of other features. */
export interface CustomerPorts {
  /** Records the consents asked when a customer is registered, in the same transaction. */
  recordFirstAnswers(
    tx: Queries,
    actor: Actor,
    now: string,
    customerId: string,
    entries: readonly ConsentEntry[],
  ): Promise<void>;
  /** What makes marks at an instant of what is kept of a customer's consents (`customer_search.consents`). */
  marksReader(db: Queries, now: string): Promise<(consents: string) => ConsentMarks>;
  /** The customers whom the person had open last, newest first. */
  recentCustomers(db: Queries, actorId: string, limit: number): Promise<string[]>;
}

const mostAlike = 5;

export function customersHandlers(ports: CustomerPorts): Handlers<Contract['customers']> {
  return {
    async search({ text, limit }, { db, actor, now }) {
      const oldHetus = actor.roles.includes('manager') ? 'with-old-hetus' : 'without-old-hetus';
      const found =
        (await findCustomers(db, text, dateAt(now), limit + 1, oldHetus)) ??
        (await foundById(db, await ports.recentCustomers(db, actor.id, limit)));
      const marksOf = await ports.marksReader(db, now);
      const hits = found.slice(0, limit).map((customer) => toHit(customer, marksOf));
      return { hits, more: found.length > limit };
    },

    async card({ customerId }, { db }) {
      return cardOf(db, await existing(db, customerId));
    },

    async revealHetu({ customerId }, { db }) {
      const customer = await existing(db, customerId);
      return { hetu: customer.details.hetu };
    },

    async similar(input, { db, now }) {
      const wanted = readWanted(input, dateAt(now));
      const candidates = await findCandidates(db, wanted);
      const alike = candidates
        .filter(({ id }) => id !== input.except)
        .map(({ id, number, details }) => ({
          id,
          number,
          ...shownDetails(details),
          same: likeness(wanted, details),
        }))
        .filter(({ same }) => same.length > 0);
      return strongestFirst(alike).slice(0, mostAlike);
    },

    async revealContact({ customerId, reason }, { tx, detail }) {
      const customer = await existing(tx, customerId);
      detail({ reason });
      const addresses = (await recordsOf(tx, customerId)).filter(({ record }) => record.kind === 'address');
      return { ...contactDetails(customer.details), records: await withNames(tx, addresses) };
    },

    ...restrictionHandlers,
    ...recordHandlers,
    ...groupHandlers,

    async nextNumber(_input, { db }) {
      return { number: await nextNumber(db) };
    },

    async register({ id, form, consents }, { tx, actor, now, detail }) {
      if (await findCustomer(tx, id)) throw new AppError({ kind: 'conflict', changed: ['id'] });
      const { details, source } = detailsOf(form);
      await refuseTakenHetu(tx, id, form);
      const number = await takeNumber(tx);
      const trace = { at: now, by: actor.id, byName: actor.name };
      await insertCustomer(tx, {
        id,
        number,
        version: 1,
        details,
        source,
        sourceAt: now,
        created: trace,
        updated: trace,
      });
      await fileCustomer(tx, id, { number, ...details });
      await ports.recordFirstAnswers(tx, actor, now, id, consents);
      detail({ number });
      return { id, number };
    },

    async edit({ customerId, expectedVersion, form }, { tx, actor, now, newId, detail }) {
      const customer = await existing(tx, customerId);
      if (customer.version !== expectedVersion) {
        const changed = await fieldsChangedSince(tx, customerId, expectedVersion);
        throw new AppError({ kind: 'conflict', changed });
      }
      const { details, source } = detailsOf(form);
      const changes = changesBetween(customer, { details, source });
      if (changes.length === 0) return { version: customer.version };
      await refuseTakenHetu(tx, customerId, form);
      const version = customer.version + 1;
      const changed = { at: now, by: actor.id, byName: actor.name };
      await updateCustomer(tx, {
        id: customerId,
        version,
        details,
        source,
        sourceAt: now,
        updated: changed,
      });
      await insertChanges(
        tx,
        customerId,
        changes.map((change) => ({ ...change, id: newId(), version, source, changed })),
      );
      const names = await otherNames(tx, customerId);
      await fileCustomer(tx, customerId, { number: customer.number, ...details, otherNames: names });
      detail({ version, fields: changes.map(({ field }) => field) });
      return { version };
    },

    async forEditing({ customerId }, { db }) {
      const customer = await existing(db, customerId);
      return { ...commonPart(customer), hetu: customer.details.hetu };
    },

    async history({ customerId, before }, { db }) {
      return historyPage(db, await existing(db, customerId), before);
    },
  };
}

/** One person, one row: the code names its owner, so that the desk can open that customer instead. */
async function refuseTakenHetu(tx: Queries, customerId: string, { hetu }: CustomerForm): Promise<void> {
  const owner = hetu === null ? null : await ownerOfHetu(tx, hetu);
  if (owner && owner.id !== customerId) {
    throw ruleBroken('hetu-taken', { customerId: owner.id, customerNumber: owner.number });
  }
}
