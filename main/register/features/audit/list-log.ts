import type { LogFilter, LogPage } from '#shared/features/audit/log.ts';
import { dateAt } from '#shared/values/dates.ts';
import { fold } from '#shared/values/names.ts';
import type { Queries } from '../../database/database.ts';
import { findRows, type Meaning } from './find-rows.ts';
import { marksOf, newestRow, rowsOf, type StoredRow } from './log-store.ts';
import { peopleInLog } from './overview-store.ts';

export interface CustomerName {
  readonly number: number;
  readonly lastName: string;
  readonly firstNames: string;
}

/** What the log needs to know of customers. */
export interface LogPorts {
  /** Ids by number or name, in name order. */
  findCustomers(db: Queries, text: string, today: string, limit: number): Promise<string[] | null>;
  /** Customers that are no longer in the register are missing. */
  customerNames(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerName>>;
}

const pageSize = 100;
const mostCounted = 1000;
const mostCustomers = 20;

/** One page of the log. @param before the row where the page before ended; null from the newest */
export async function listLog(
  ports: LogPorts,
  db: Queries,
  filter: LogFilter,
  before: number | null,
  now: string,
): Promise<LogPage> {
  const text = filter.text.trim();
  const said = text === '' ? null : await meaningOf(ports, db, text, dateAt(now));
  const found = said && {
    customers: said.customerIds.length,
    people: said.actorIds.length,
    isCut: said.isCut,
  };
  const newest = before === null ? ((await newestRow(db))?.sequence ?? 0) : before - 1;
  const isFirst = before === null;
  const { sequences, next } = await findRows(db, filter, said, newest, isFirst ? mostCounted + 1 : pageSize);
  const shown = sequences.slice(0, pageSize);
  const goesOn = sequences.length > pageSize ? (shown.at(-1) ?? null) : next;
  return {
    rows: await withNames(ports, db, await rowsOf(db, shown)),
    more: goesOn !== null,
    next: goesOn,
    count: isFirst ? countOf(sequences.length, next) : null,
    found,
  };
}

function countOf(rows: number, next: number | null): LogPage['count'] {
  if (rows > mostCounted) return { rows: mostCounted, is: 'over' };
  return { rows, is: next === null ? 'exactly' : 'at-least' };
}

/** A text names customers and staff; a word of a staff member's name must begin with each typed word. */
export async function meaningOf(
  ports: LogPorts,
  db: Queries,
  text: string,
  today: string,
): Promise<Meaning & { isCut: boolean }> {
  const customers = (await ports.findCustomers(db, text, today, mostCustomers + 1)) ?? [];
  const typed = fold(text).split(/\s+/);
  const people = (await peopleInLog(db)).filter(({ name }) => {
    const words = fold(name).split(/[\s-]+/);
    return typed.every((one) => words.some((word) => word.startsWith(one)));
  });
  return {
    customerIds: customers.slice(0, mostCustomers),
    actorIds: people.map(({ id }) => id),
    isCut: customers.length > mostCustomers,
  };
}

/** Adds the customers' names and the marks. */
export async function withNames(
  ports: LogPorts,
  db: Queries,
  rows: readonly StoredRow[],
): Promise<LogPage['rows']> {
  const ids = [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
  const names = await ports.customerNames(db, ids);
  const marks = await marksOf(
    db,
    rows.map(({ sequence }) => sequence),
  );
  return rows.map(({ customerId, ...row }) => ({
    ...row,
    customer: customerId === null ? null : namedCustomer(customerId, names.get(customerId)),
    marks: marks.get(row.sequence) ?? [],
  }));
}

function namedCustomer(id: string, known: CustomerName | undefined) {
  if (!known) return { id, number: null, name: null };
  return { id, number: known.number, name: `${known.lastName} ${known.firstNames}` };
}
