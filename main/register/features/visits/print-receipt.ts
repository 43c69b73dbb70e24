import type { Clinic } from '#shared/features/auth/contract.ts';
import type { receiptProcedures } from '#shared/features/visits/receipt-contract.ts';
import { AppError, ruleBroken } from '#shared/rpc/fault.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';
import { giveSheet } from '../../paper.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { visitById } from './corrections-store.ts';
import { type Receipt, receiptDocument } from './receipt-document.ts';
import { visitViews } from './views-store.ts';

type Print = typeof receiptProcedures.printReceipt;

export interface ReceiptPorts {
  readonly readClinic: (db: Queries) => Promise<Clinic>;
  readonly contactFacts: (
    db: Queries,
    ids: readonly string[],
    on: string,
  ) => Promise<Map<string, { readonly language: Language }>>;
  readonly customerNames: (
    db: Queries,
    ids: readonly string[],
  ) => Promise<Map<string, { number: number; lastName: string; firstNames: string }>>;
}

/** @throws AppError `not-found`; `conflict` when the entry is another customer's now; `no-receipt`, `no-printer` */
export async function printReceipt(
  ports: ReceiptPorts,
  { customerId, visitId, language, withName, to }: HandlerInput<Print>,
  context: TaskContext,
): Promise<HandlerOutput<Print>> {
  const today = dateAt(context.clock.now());
  const { receipt, own } = await context.register.database.readTransaction(async (db) => ({
    receipt: await receiptOf(ports, db, { customerId, visitId, withName }),
    own: (await ports.contactFacts(db, [customerId], today)).get(customerId)?.language ?? 'fi',
  }));
  const document = receiptDocument(receipt, language ?? own);
  context.detail({ receipt: receipt.number, withName });
  // By number only: a file's name must not tell whose data it holds.
  return giveSheet(context, document, { to, fileName: `kuitti-${receipt.number}.pdf` });
}

async function receiptOf(
  { readClinic, customerNames }: ReceiptPorts,
  db: Queries,
  { customerId, visitId, withName }: { customerId: string; visitId: string; withName: boolean },
): Promise<Receipt> {
  const row = await visitById(db, visitId);
  if (!row) throw new AppError({ kind: 'not-found' });
  if (row.customer_id !== customerId) throw new AppError({ kind: 'conflict', changed: ['customerId'] });
  const [visit] = await visitViews(db, [row]);
  if (!visit || visit.receiptNumber === null || visit.paymentMethod === null)
    throw ruleBroken('no-receipt', {});
  const original = visit.reverses && (await visitById(db, visit.reverses.id));
  const name = withName ? (await customerNames(db, [customerId])).get(customerId) : undefined;
  return {
    number: visit.receiptNumber,
    credits:
      original && original.receipt_number !== null
        ? { number: original.receipt_number, date: dateAt(original.recorded_at) }
        : null,
    givenAt: visit.recordedAt,
    servedAt: visit.at,
    lines: visit.lines,
    paymentMethod: visit.paymentMethod,
    seller: await readClinic(db),
    customerName: name ? `${name.firstNames} ${name.lastName}` : null,
  };
}
