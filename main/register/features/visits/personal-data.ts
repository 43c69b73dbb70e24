import type { VisitsPersonalData } from '#shared/features/visits/personal-data.ts';
import type { PersonalData } from '../../feature-module.ts';
import { visitsOfCustomer } from './store.ts';

/** No page ends a report: everything is read. */
const all = -1;

export const visitsPersonalData: PersonalData<VisitsPersonalData> = {
  async collect(db, customerId) {
    const visits = await visitsOfCustomer(db, customerId, null, all);
    return visits.map((visit) => ({
      id: visit.id,
      at: visit.at,
      kind: visit.kind,
      service: visit.serviceName,
      practitioner: visit.practitionerName,
      lines: visit.lines.map(({ id: _, vatRate, discountRate, ...line }) => ({
        ...line,
        vatRateBasisPoints: vatRate,
        discountBasisPoints: discountRate,
      })),
      totalCents: visit.totalCents,
      paymentMethod: visit.paymentMethod,
      receiptNumber: visit.receiptNumber,
      note: visit.note,
      source: visit.source,
      recordedAt: visit.recordedAt,
      recordedBy: visit.recordedBy,
    }));
  },
};
