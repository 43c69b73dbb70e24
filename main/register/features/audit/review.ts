import { addDays, dateAt, instantAt, timeAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import type { CustomerName } from './list-log.ts';
import { newestRow } from './log-store.ts';
import {
  currentRules,
  insertMarks,
  looksSince,
  looksWithin,
  markKey,
  markKeysWithin,
  removeOpenMarks,
  reviewedTo,
  type StoredLook,
  setReviewedTo,
} from './marks-store.ts';
import { type FoundMark, type Look, unusualLooks } from './rules.ts';

/** What the rules need to know of customers and visits. */
export interface ReviewPorts {
  customerNames(db: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, CustomerName>>;
  /** When the given customers had visits in a time; the end is not included. */
  visitTimes(
    db: Queries,
    customerIds: readonly string[],
    from: string,
    until: string,
  ): Promise<readonly { customerId: string; at: string }[]>;
}

/** Rows of the log in one step: some ten ms of reading, and a write far below the limit of a transaction. */
const batch = 2000;
const lookBackMs = 240 * 60_000;

/**
 * Goes through the rows that came since the last time. Marks of earlier days are final. Those of today are made anew
 * each time, because a visit that explains a look is often written down after it.
 */
export async function reviewLog(
  ports: ReviewPorts,
  { register, clock, signal, progress }: TaskContext,
): Promise<{ reviewed: number; marked: number }> {
  const { database } = register;
  const start = await reviewedTo(database.long);
  const end = (await newestRow(database.long))?.sequence ?? 0;
  let [position, marked, isFinal] = [start, 0, true];
  while (position < end) {
    signal.throwIfAborted();
    const stretch = { after: position, to: Math.min(position + batch, end) };
    const today = dateAt(clock.now());
    const { added, removed, days } = await database.readTransaction(
      (db) => judged(ports, db, stretch),
      'long',
    );
    isFinal &&= !days.has(today) && stretch.to < end;
    if (isFinal || added.length > 0 || removed.length > 0) {
      const finalTo = isFinal ? stretch.to : null;
      await database.write(async (tx) => {
        await removeOpenMarks(tx, removed);
        await insertMarks(tx, added);
        if (finalTo !== null) await setReviewedTo(tx, finalTo);
      });
    }
    marked += added.length;
    position = stretch.to;
    progress('audit-review', position - start, end - start);
  }
  return { reviewed: end - start, marked };
}

interface Judged {
  readonly added: readonly FoundMark[];
  readonly removed: readonly string[];
  /** Days in Finland that the stretch has looks of. */
  readonly days: ReadonlySet<string>;
}

/** What the rules ask about a stretch of the log, against the marks that it has already. */
async function judged(
  ports: ReviewPorts,
  db: Queries,
  { after, to }: { after: number; to: number },
): Promise<Judged> {
  const stretch = await looksWithin(db, after, to);
  const looks = stretch.length === 0 ? [] : await withDay(ports, db, stretch, after);
  const marks = unusualLooks(looks, after + 1, (await currentRules(db)).rules);
  const { open, resolved } = await markKeysWithin(db, after, to);
  const keys = new Set(marks.map(keyOf));
  return {
    added: marks.filter((mark) => !open.has(keyOf(mark)) && !resolved.has(keyOf(mark))),
    removed: [...open].filter((key) => !keys.has(key)),
    days: new Set(looks.filter(({ sequence }) => sequence > after).map(({ date }) => date)),
  };
}

function keyOf({ sequence, reason }: FoundMark): string {
  return markKey({ sequence, rule: reason.rule });
}

/** The looks of a stretch after those that came before them on the same day. */
async function withDay(
  ports: ReviewPorts,
  db: Queries,
  stretch: readonly StoredLook[],
  after: number,
): Promise<Look[]> {
  const times = stretch.map(({ at }) => at).sort();
  const [first = '', last = ''] = [times[0], times.at(-1)];
  const from = new Date(Date.parse(instantAt(dateAt(first), '00:00')) - lookBackMs).toISOString();
  const earlier = await looksSince(db, from, last, after);
  const until = instantAt(addDays(dateAt(last), 1), '00:00');
  return withFacts(ports, db, [...earlier, ...stretch], from, until);
}

async function withFacts(
  ports: ReviewPorts,
  db: Queries,
  stored: readonly StoredLook[],
  from: string,
  until: string,
): Promise<Look[]> {
  const ids = [...new Set(stored.map(({ customer_id }) => customer_id))];
  const names = await ports.customerNames(db, ids);
  const times = await ports.visitTimes(db, ids, from, until);
  const day = clinicDays();
  const visits = new Set(times.map(({ customerId, at }) => `${customerId} ${day(at).date}`));
  return stored.map((look) => ({
    sequence: look.sequence,
    at: look.at,
    ...day(look.at),
    actorId: look.actor_id,
    actorName: look.actor_name,
    customerId: look.customer_id,
    isCard: look.action === 'customers.card',
    customerLastName: names.get(look.customer_id)?.lastName ?? null,
    hasVisit: visits.has(`${look.customer_id} ${day(look.at).date}`),
  }));
}

/** Day and time in Finland; asks the time zone once an hour of the log, since that is slow. */
function clinicDays(): (instant: string) => { date: string; time: string } {
  const hours = new Map<string, { date: string; hour: string }>();
  return (instant) => {
    const key = instant.slice(0, 13);
    const known = hours.get(key) ?? { date: dateAt(instant), hour: timeAt(instant).slice(0, 2) };
    hours.set(key, known);
    return { date: known.date, time: `${known.hour}:${instant.slice(14, 16)}` };
  };
}
