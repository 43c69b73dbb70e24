import type { Contract } from '#shared/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Handlers } from '../../rpc/handlers.ts';
import { dayRange } from './days.ts';
import { type ExportPorts, exportLog } from './export-log.ts';
import { stepsLeft } from './first-steps-store.ts';
import { listLog } from './list-log.ts';
import { newestRow } from './log-store.ts';
import { currentRules, resolveMarks, saveRules } from './marks-store.ts';
import {
  countOpenMarks,
  eventsByQuarter,
  lastVerification,
  peopleInLog,
  workstationsInLog,
} from './overview-store.ts';
import { type ReviewPorts, reviewLog } from './review.ts';
import { eventsOfCustomer } from './store.ts';
import { type ValuePorts, valuesOfEvent } from './values.ts';
import { verifyLog } from './verify.ts';

export type AuditPorts = ExportPorts & ReviewPorts & ValuePorts;

const pageSize = 100;
const mostUnusual = 1000;

export function auditHandlers(ports: AuditPorts): Handlers<Contract['audit']> {
  return {
    async ofCustomer({ customerId, beforeSequence }, { db }) {
      const events = await eventsOfCustomer(db, customerId, beforeSequence, pageSize + 1);
      return { events: events.slice(0, pageSize), more: events.length > pageSize };
    },

    async firstSteps(_input, { db, actor }) {
      return { left: await stepsLeft(db, actor.id) };
    },

    async list({ filter, before }, { db, now }) {
      return listLog(ports, db, filter, before, now);
    },

    async overview(_input, { db }) {
      return {
        people: await peopleInLog(db),
        workstations: await workstationsInLog(db),
        unusual: await countOpenMarks(db, mostUnusual),
        newest: await newestRow(db),
        verified: await lastVerification(db),
      };
    },

    async day({ date }, { db }) {
      const { from, until } = dayRange(date, date) ?? { from: null, until: null };
      return { quarters: await eventsByQuarter(db, from ?? '', until ?? '') };
    },

    async values({ sequence }, { db }) {
      return valuesOfEvent(ports, db, sequence);
    },

    async rules(_input, { db }) {
      return currentRules(db);
    },

    async setRules({ rules, expectedVersion }, { tx, actor, now, detail }) {
      const { rules: before, version } = await currentRules(tx);
      if (version !== expectedVersion) throw new AppError({ kind: 'conflict', changed: ['rules'] });
      await saveRules(tx, rules, version + 1, { at: now, by: actor.id, byName: actor.name });
      detail({ before, after: rules });
      return { version: version + 1 };
    },

    async review(_input, context) {
      return reviewLog(ports, context);
    },

    async resolve({ sequence, note }, { tx, actor, now, detail }) {
      const resolved = await resolveMarks(tx, sequence, { at: now, by: actor.id, byName: actor.name, note });
      if (resolved === 0) throw new AppError({ kind: 'not-found' });
      detail({ sequence, note });
      return { resolved };
    },

    async exportList({ filter, language }, context) {
      return exportLog(ports, filter, language, context);
    },

    async verify(_input, context) {
      const result = await verifyLog(context);
      context.detail({ rows: result.rows, findings: result.findings.length + result.moreFindings });
      return result;
    },
  };
}
