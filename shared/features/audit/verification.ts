import { z } from 'zod';

const sequence = z.int();

/** What was done to the log; the numbers are those that the rows have now. */
export const auditFindingSchema = z.discriminatedUnion('kind', [
  /** `sealedAgain`: with a new hash, so earlier rows, back to the last signed one, may be false too. */
  z.object({ kind: z.literal('changed'), sequence, sealedAgain: z.boolean() }),
  z.object({ kind: z.literal('inserted'), sequence }),
  /** The row was written as row `belongsAt`. */
  z.object({ kind: z.literal('reordered'), sequence, belongsAt: z.int() }),
  /** Rows that are gone, both ends included. */
  z.object({ kind: z.literal('removed'), sequence, to: z.int() }),
  z.object({ kind: z.literal('details-changed'), sequence }),
  /** The end is gone: somebody signed that the log reached `to`, or further. */
  z.object({ kind: z.literal('cut'), sequence, to: z.int() }),
  /** Somebody signed another row under this number: rows from `since` to here were made anew. */
  z.object({ kind: z.literal('rewritten'), sequence, since: z.int() }),
  /** A signature of this row that is not by the person whose name it bears. */
  z.object({ kind: z.literal('head-forged'), sequence, name: z.string() }),
]);
export type AuditFinding = z.output<typeof auditFindingSchema>;

export const auditVerificationSchema = z.object({
  rows: z.int(),
  /** Rows whose details were erased, as the law asks; they prove no less. */
  erased: z.int(),
  /** The first of them in the order of the log, at most 200. */
  findings: z.array(auditFindingSchema),
  moreFindings: z.int(),
  /** Rows, by their numbers now, from which on the program wrote after the log had been touched. */
  resumed: z.array(sequence),
  /** False when there was so much trouble that the log was not read to its end. */
  isWhole: z.boolean(),
  /** The newest row that each person signed, newest first: up to there the log is as they saw it. */
  signed: z.array(z.object({ name: z.string(), sequence: z.int(), at: z.string() })),
});
export type AuditVerification = z.output<typeof auditVerificationSchema>;
