import type { VisitsPersonalData } from '#shared/features/visits/personal-data.ts';
import type { PersonalData } from '../../feature-module.ts';
import { movesFrom } from './corrections-store.ts';
import { visitsOfCustomer } from './store.ts';

/** No page ends a report: everything is read. */
const all = -1;

export const visitsPersonalData: PersonalData<VisitsPersonalData> = {
  async collect(db, customerId) {
    const visits = await visitsOfCustomer(db, customerId, { shown: 'all', before: null, limit: all });
    const moves = await movesFrom(db, customerId);
    const entries = visits.map((visit) => ({
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
      takesBack: visit.reverses && { id: visit.reverses.id, reason: visit.reverses.reason },
      takenBackBy: visit.reversedBy && {
        id: visit.reversedBy.id,
        at: visit.reversedBy.at,
        reason: visit.reversedBy.reason,
      },
      movedHere: visit.movedHere && {
        at: visit.movedHere.at,
        by: visit.movedHere.by,
        reason: visit.movedHere.reason,
      },
      feedback: visit.feedback,
      note: visit.note,
      source: visit.source,
      recordedAt: visit.recordedAt,
      recordedBy: visit.recordedBy,
    }));
    const movedAway = moves.map(({ visitId, at, movedAt, movedBy, reason }) => ({
      visitId,
      at,
      movedAt,
      by: movedBy,
      reason,
    }));
    return { entries, movedAway };
  },
};
