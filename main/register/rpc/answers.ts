import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { AppError } from '#shared/rpc/fault.ts';
import type { Queries } from '../database/database.ts';
import type { Actor } from './handlers.ts';

/** Which command it was: a request id is bound to its person, procedure and input. */
export interface AskedCommand {
  readonly requestId: string;
  readonly actor: Actor;
  readonly procedure: string;
  readonly input: unknown;
}

const keptMs = 30 * 86_400_000;

/**
 * The answer that the same request got before, null when it is new.
 * @throws AppError `conflict` when another request already had the id
 */
export async function earlierAnswer(db: Queries, asked: AskedCommand): Promise<{ value: unknown } | null> {
  const earlier = await db
    .selectFrom('command_results')
    .selectAll()
    .where('request_id', '=', asked.requestId)
    .executeTakeFirst();
  if (!earlier) return null;
  const same =
    earlier.actor_id === asked.actor.id &&
    earlier.procedure === asked.procedure &&
    earlier.input_hash === hashOf(asked.input);
  if (!same) throw new AppError({ kind: 'conflict', changed: ['requestId'] });
  return { value: JSON.parse(earlier.result) };
}

/**
 * Keeps an answer in the transaction of its deed. @param now UTC instant
 * @throws DatabaseError `unique` when the request has been answered before: the deed is then not done again
 */
export async function keepAnswer(
  tx: Queries,
  asked: AskedCommand,
  value: unknown,
  now: string,
): Promise<void> {
  const result = JSON.stringify(value ?? null);
  const { requestId, actor, procedure, input } = asked;
  await tx.executeQuery(
    CompiledQuery.raw(insertText, [requestId, actor.id, procedure, hashOf(input), result, now]),
  );
}

/** Written out, as every command waits for it: building it anew takes longer than running it. */
const insertText = `
  INSERT INTO command_results (request_id, actor_id, procedure, input_hash, result, at) VALUES (?, ?, ?, ?, ?, ?)`;

/** A repeat comes within seconds; answers are kept for 30 days, as the record of processing promises. */
export async function forgetOldAnswers(tx: Queries, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keptMs).toISOString();
  await tx.deleteFrom('command_results').where('at', '<', before).execute();
}

function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}
