import type { AuditPersonalData } from '#shared/features/audit/personal-data.ts';
import type { PersonalData } from '../../feature-module.ts';
import { eventsOfCustomer } from './store.ts';

/** No page ends a report: everything is read. */
const all = -1;

export const auditPersonalData: PersonalData<AuditPersonalData> = {
  async collect(db, customerId) {
    const events = await eventsOfCustomer(db, customerId, null, all);
    return events.map(({ at, actorName, action, outcome }) => ({ at, by: actorName, action, outcome }));
  },
};
