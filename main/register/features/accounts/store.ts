import type { Queries } from '../../database/database.ts';
import type { ConfidentialityCommitmentsTable } from './tables.ts';

export async function readCommitments(db: Queries): Promise<Map<string, ConfidentialityCommitmentsTable>> {
  const rows = await db.selectFrom('confidentiality_commitments').selectAll().execute();
  return new Map(rows.map((row) => [row.user_id, row]));
}

export async function readCommitment(
  db: Queries,
  userId: string,
): Promise<ConfidentialityCommitmentsTable | undefined> {
  return db
    .selectFrom('confidentiality_commitments')
    .selectAll()
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function writeCommitment(tx: Queries, row: ConfidentialityCommitmentsTable): Promise<void> {
  const { user_id: _, ...values } = row;
  await tx
    .insertInto('confidentiality_commitments')
    .values(row)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}
