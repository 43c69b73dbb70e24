import { actionsOfGroup } from '#shared/features/audit/action-groups.ts';
import type { LogFilter } from '#shared/features/audit/log.ts';
import type { Queries } from '../../database/database.ts';
import { dayRange } from './days.ts';
import {
  type RowConditions,
  type SequenceRange,
  type Stream,
  sequencesAmong,
  sequencesOfTime,
  sequencesWithin,
  streamSequences,
} from './log-store.ts';

/** What a typed text means. */
export interface Meaning {
  readonly customerIds: readonly string[];
  readonly actorIds: readonly string[];
}

export interface Found {
  /** Newest first. */
  readonly sequences: readonly number[];
  /** Rows before this one have not been searched yet; null when the search came to the end of the log. */
  readonly next: number | null;
}

/** How many rows of an index, or of the log itself, one call looks through at most: it stays within some ten ms. */
const mostFromStream = 2000;
const mostOfLog = 5000;

/**
 * The newest rows that match a filter, found without ever reading the whole log. One condition that an index answers
 * gives candidates, the others are asked of those. When the candidates of one call are used up before `limit` rows
 * were found, `next` tells where to go on.
 */
export async function findRows(
  db: Queries,
  filter: LogFilter,
  meaning: Meaning | null,
  high: number,
  limit: number,
): Promise<Found> {
  const time = dayRange(filter.from, filter.to);
  const stretch = time ? await sequencesOfTime(db, time) : { low: 1, high };
  const means = meaning && [...meaning.customerIds, ...meaning.actorIds];
  if (!stretch || means?.length === 0) return { sequences: [], next: null };
  const range = { low: stretch.low, high: Math.min(stretch.high, high) };
  if (range.high < range.low) return { sequences: [], next: null };
  const { streams, rest } = planOf(filter, meaning);
  const conditions: RowConditions = time ? { ...rest, time } : rest;
  if (streams.length === 0) return fromLog(db, range, conditions, limit);
  return fromStreams(db, streams, range, conditions, limit);
}

/** Which indexes give the candidates: the ones that name the fewest rows, as far as the filter tells. */
function planOf(filter: LogFilter, meaning: Meaning | null): { streams: Stream[]; rest: RowConditions } {
  const rest = conditionsOf(filter, meaning);
  if (filter.unusual) return { streams: [{ by: 'open-marks' }], rest: without(rest, 'isMarked') };
  if (filter.customerId !== null) {
    return { streams: [{ by: 'customer', id: filter.customerId }], rest: without(rest, 'customerId') };
  }
  if (meaning) {
    const customers = meaning.customerIds.map((id): Stream => ({ by: 'customer', id }));
    const people = meaning.actorIds.map((id): Stream => ({ by: 'actor', id }));
    return { streams: [...customers, ...people], rest: without(rest, 'anyOf') };
  }
  if (filter.outcome !== null && filter.outcome !== 'done') {
    return { streams: [{ by: 'outcome', outcome: filter.outcome }], rest: without(rest, 'outcome') };
  }
  if (filter.actor === 'program') return { streams: [{ by: 'program' }], rest: without(rest, 'actorId') };
  if (filter.actions !== null && (filter.actions !== 'looks' || filter.actor === null)) {
    const streams = actionsOfGroup(filter.actions).map((action): Stream => ({ by: 'action', action }));
    return { streams, rest: without(rest, 'actions') };
  }
  if (filter.actor !== null) {
    return { streams: [{ by: 'actor', id: filter.actor }], rest: without(rest, 'actorId') };
  }
  return { streams: [], rest };
}

function conditionsOf(filter: LogFilter, meaning: Meaning | null): RowConditions {
  const { customerId, actor, actions, outcome, workstation, unusual } = filter;
  return {
    ...(customerId !== null && { customerId }),
    ...(actor !== null && { actorId: actor === 'program' ? null : actor }),
    ...(meaning && { anyOf: meaning }),
    ...(actions !== null && { actions: actionsOfGroup(actions) }),
    ...(outcome !== null && { outcome }),
    ...(workstation !== null && { workstation }),
    ...(unusual && { isMarked: true as const }),
  };
}

function without(conditions: RowConditions, name: keyof RowConditions): RowConditions {
  const { [name]: _, ...others } = conditions;
  return others;
}

/** No index helps: a stretch of the log itself, from its newest end. */
async function fromLog(
  db: Queries,
  range: SequenceRange,
  conditions: RowConditions,
  limit: number,
): Promise<Found> {
  const low = Math.max(range.low, range.high - mostOfLog + 1);
  const sequences = await sequencesWithin(db, { low, high: range.high }, conditions, limit);
  return found(sequences, limit, low > range.low ? low : null);
}

async function fromStreams(
  db: Queries,
  streams: readonly Stream[],
  range: SequenceRange,
  conditions: RowConditions,
  limit: number,
): Promise<Found> {
  const isWhole = Object.keys(conditions).length === 0;
  const most = isWhole ? limit : mostFromStream;
  const parts: number[][] = [];
  for (const stream of streams) parts.push(await streamSequences(db, stream, range, most));
  // A stream that was cut says nothing about older rows, so nothing older than its last row is certain yet.
  const searchedTo = Math.max(0, ...parts.map((part) => (part.length === most ? (part.at(-1) ?? 0) : 0)));
  const candidates = [...new Set(parts.flat())].filter((one) => one >= searchedTo).sort((a, b) => b - a);
  const sequences = isWhole
    ? candidates.slice(0, limit)
    : await sequencesAmong(db, candidates, conditions, limit);
  return found(sequences, limit, searchedTo > range.low ? searchedTo : null);
}

function found(sequences: readonly number[], limit: number, searchedTo: number | null): Found {
  return { sequences, next: sequences.length === limit ? (sequences.at(-1) ?? null) : searchedTo };
}
