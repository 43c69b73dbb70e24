import { expect, it } from 'vitest';
import { findRows } from '#main/register/features/audit/find-rows.ts';
import { marksOf, newestRow, rowsOf } from '#main/register/features/audit/log-store.ts';
import { looksSince, looksWithin, markKeysWithin } from '#main/register/features/audit/marks-store.ts';
import {
  countOpenMarks,
  eventsByQuarter,
  lastVerification,
  peopleInLog,
  workstationsInLog,
} from '#main/register/features/audit/overview-store.ts';
import { eventsOfCustomer } from '#main/register/features/audit/store.ts';
import { everything, type LogFilter } from '#shared/features/audit/log.ts';
import { watchedQueries } from '#test/support/query-plans.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8001';
const meaning = { customerIds: [id], actorIds: [id] };
const at = '2026-11-18T00:00:00.000Z';

/** Every way to narrow the log, alone and in pairs that choose different indexes. */
const filters: Partial<LogFilter>[] = [
  {},
  { customerId: id },
  { actor: id },
  { actor: 'program' },
  { actions: 'looks' },
  { actions: 'exports', actor: id },
  { actions: 'looks', actor: id },
  { outcome: 'failed' },
  { outcome: 'done' },
  { workstation: 'TEST-1' },
  { unusual: true },
  { from: '2026-11-01', to: '2026-11-18' },
  { from: '2026-11-01', actor: id, workstation: 'TEST-1', unusual: true },
  { text: 'x' },
];

const bigTables = /\b(audit_events|audit_marks|audit_details|event|details)\b/;

it('no query of the log reads a whole table, and none sorts the log', async () => {
  const { db, plans } = await watchedQueries();
  for (const filter of filters) {
    await findRows(db, { ...everything, ...filter }, filter.text ? meaning : null, 1_000_000, 101);
  }
  await newestRow(db);
  await rowsOf(db, [1, 2, 3]);
  await marksOf(db, [1, 2, 3]);
  await peopleInLog(db);
  await workstationsInLog(db);
  await countOpenMarks(db, 1000);
  await lastVerification(db);
  await eventsByQuarter(db, at, at);
  await looksWithin(db, 1, 2000);
  await looksSince(db, at, at, 2000);
  await markKeysWithin(db, 1, 2000);
  await eventsOfCustomer(db, id, null, 101);
  const steps = await plans();
  const scans = steps.filter(
    ({ detail }) => detail.startsWith('SCAN') && bigTables.test(detail) && !/USING .*INDEX/.test(detail),
  );
  // The newest row is the end of the table itself.
  expect(scans.filter(({ sql }) => !/limit/i.test(sql))).toEqual([]);
  expect(scans.map(({ detail }) => detail)).toEqual(scans.map(() => 'SCAN audit_events'));
  const sorts = steps.filter(({ detail }) => /TEMP B-TREE FOR (ORDER BY|GROUP BY|DISTINCT)/.test(detail));
  // One day in quarters and the computers of a thousand sign-ins are small before they are sorted.
  expect(sorts.filter(({ sql }) => !/quarter|signed_in/.test(sql)).map(({ sql }) => sql)).toEqual([]);
});
