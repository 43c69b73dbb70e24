import type { IssueCode } from '../../rpc/issue-codes.ts';
import type { PaymentMethod, VisitKind } from './kinds.ts';
import { totalOf } from './totals.ts';

interface Checked {
  readonly kind: VisitKind;
  readonly serviceId: string | null;
  readonly practitionerId: string | null;
  readonly lines: Parameters<typeof totalOf>[0];
  readonly paymentMethod: PaymentMethod;
}

type Missing = Partial<Record<'serviceId' | 'practitionerId' | 'lines' | 'paymentMethod', IssueCode>>;

/**
 * What an entry still lacks, by field: a visit has a service, a practitioner and a line; other contacts may have
 * none of them, but whatever costs money is paid in some way.
 */
export function missingFrom({ kind, serviceId, practitionerId, lines, paymentMethod }: Checked): Missing {
  const missing: Missing = {};
  if (kind === 'visit' && serviceId === null) missing.serviceId = 'not-a-choice';
  if (kind === 'visit' && practitionerId === null) missing.practitionerId = 'not-a-choice';
  if (kind === 'visit' && lines.length === 0) missing.lines = 'required';
  if (totalOf(lines) > 0 && paymentMethod === 'none') missing.paymentMethod = 'not-a-choice';
  return missing;
}
