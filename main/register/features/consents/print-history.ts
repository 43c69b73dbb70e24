import type { Clinic } from '#shared/features/auth/contract.ts';
import type { consentsContract } from '#shared/features/consents/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { HandlerInput, HandlerOutput } from '#shared/rpc/procedure.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import type { Queries } from '../../database/database.ts';
import { giveSheet } from '../../paper.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { historyDocument, type PrintedHistory } from './history-document.ts';
import { consentsPersonalData } from './personal-data.ts';

type Print = typeof consentsContract.printHistory;

export interface PrintPorts {
  readClinic(db: Queries): Promise<Clinic>;
  customerNames(db: Queries, ids: readonly string[]): Promise<Map<string, PrintedHistory['customer']>>;
  contactFacts(
    db: Queries,
    ids: readonly string[],
    on: string,
  ): Promise<Map<string, { readonly language: Language }>>;
}

/** @throws AppError `not-found`, `no-printer` */
export async function printHistory(
  { readClinic, customerNames, contactFacts }: PrintPorts,
  { customerId, language, to }: HandlerInput<Print>,
  context: TaskContext,
): Promise<HandlerOutput<Print>> {
  const printedOn = dateAt(context.clock.now());
  const { history, own } = await context.register.database.readTransaction(async (db) => {
    const customer = (await customerNames(db, [customerId])).get(customerId);
    if (!customer) throw new AppError({ kind: 'not-found' });
    const { entries } = await consentsPersonalData.collect(db, customerId);
    return {
      history: { clinic: await readClinic(db), customer, entries, printedOn },
      own: (await contactFacts(db, [customerId], printedOn)).get(customerId)?.language ?? 'fi',
    };
  });
  const document = historyDocument(history, language ?? own);
  context.detail({ entries: history.entries.length });
  // By number only: a file's name must not tell whose data it holds.
  return giveSheet(context, document, { to, fileName: `suostumukset-${history.customer.number}.pdf` });
}
