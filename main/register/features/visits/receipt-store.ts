import type { Queries } from '../../database/database.ts';

/**
 * Takes the next number of the clinic's one series of receipts. It is used up when the transaction is kept: the
 * numbers are consecutive and without gaps, as Kirjanpitoasetus 1339/1997 asks of vouchers.
 */
export async function takeReceiptNumber(tx: Queries): Promise<number> {
  const { next_number } = await tx
    .selectFrom('receipt_series')
    .select('next_number')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('receipt_series')
    .set({ next_number: next_number + 1 })
    .execute();
  return next_number;
}
