import { type AuditRow, isSealed } from './chain.ts';
import type { Finding } from './findings.ts';

/** A stretch of the log where rows and places do not fit, between two rows that do. */
export interface TroubledRegion {
  /** The places that have no row that fits: `from` to `to`, none when `to` is below. */
  readonly from: number;
  readonly to: number;
  /** The rows that are stored there. */
  readonly rows: readonly AuditRow[];
  /** Stored number minus place, before the region. */
  readonly shift: number;
  /** The hash of the last row that fits. */
  readonly hashBefore: string;
  /** What the next row that fits is linked to; null at the end of the log. */
  readonly linkAfter: string | null;
  /** Whether the log ended here, now or before the program wrote on. */
  readonly isEnd: boolean;
}

/** Is told what became of the places. */
interface Witness {
  /** Of each row that is as it was written, wherever it stands. */
  see(place: number, hash: string): void;
  /** Of rows that are not: both ends included. */
  gone(from: number, to: number): void;
}

interface Working {
  readonly region: TroubledRegion;
  /** Places whose row has not been found; none of a gap that is too long to list. */
  readonly empty: Set<number>;
  /** Rows that nothing has been said about yet. */
  rows: readonly AuditRow[];
}

const longestListed = 200_000;
/** How many places at each end of a gap are tried as the home of a row. */
const triedEnds = 100;

/**
 * Says what was done in each region; a row that was moved from one region to another is found in both.
 */
export function explain(regions: readonly TroubledRegion[], witness: Witness): Finding[] {
  const work = regions.map((region): Working => ({ region, empty: placesOf(region), rows: region.rows }));
  const links = new Set(
    regions.flatMap(({ rows, linkAfter }) => [linkAfter, ...rows.map((row) => row.previous_hash)]),
  );
  for (const one of work) keepGoodRows(one, links, witness);
  const homes = work.flatMap(({ empty }) => ends([...empty]));
  const findings = work.flatMap((one) => movedRows(one, homes, work, witness));
  for (const one of work) findings.push(...changedRows(one, witness), ...insertedRows(one));
  return [...findings, ...work.flatMap((one) => removedRows(one, witness))];
}

function isLong({ from, to }: TroubledRegion): boolean {
  return to - from >= longestListed;
}

function placesOf(region: TroubledRegion): Set<number> {
  const { from, to } = region;
  if (isLong(region)) return new Set();
  return new Set(Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function ends(places: readonly number[]): readonly number[] {
  if (places.length <= 2 * triedEnds) return places;
  return [...places.slice(0, triedEnds), ...places.slice(-triedEnds)];
}

/** Rows between troubled ones: nothing is wrong with those that fit and that another row is linked to. */
function keepGoodRows(work: Working, links: ReadonlySet<string | null>, witness: Witness): void {
  const { rows, shift, hashBefore } = work.region;
  work.rows = rows.filter((row, index) => {
    const place = row.sequence - shift;
    if (!work.empty.has(place) || !isSealed(row, place)) return true;
    const next = rows[index + 1];
    const mayFollow = row.previous_hash === (rows[index - 1]?.hash ?? hashBefore);
    // A neighbour that does not fit itself says nothing against the row.
    const isGood =
      links.has(row.hash) || (mayFollow && next !== undefined && !isSealed(next, next.sequence - shift));
    if (!isGood) return true;
    work.empty.delete(place);
    witness.see(place, row.hash);
    return false;
  });
}

/** Rows that were written for another troubled place. Those that only follow a shift are in order and no finding. */
function movedRows(
  work: Working,
  places: readonly number[],
  all: readonly Working[],
  witness: Witness,
): Finding[] {
  const { region, rows } = work;
  const found = rows.flatMap((row) => {
    const home = places.find((place) => place !== row.sequence - region.shift && isSealed(row, place));
    return home === undefined ? [] : [{ row, home }];
  });
  for (const { home, row } of found) {
    for (const { empty } of all) empty.delete(home);
    witness.see(home, row.hash);
  }
  work.rows = rows.filter((row) => !found.some((moved) => moved.row === row));
  const inside = found.filter(({ home }) => home >= region.from && home <= region.to);
  const inOrder = inside.every(({ home }, index) => index === 0 || home > (inside[index - 1]?.home ?? home));
  return found
    .filter((moved) => !(inOrder && inside.includes(moved)))
    .map(({ row, home }) => ({ kind: 'reordered', sequence: row.sequence, belongsAt: home }));
}

function changedRows(work: Working, witness: Witness): Finding[] {
  const { region, empty, rows } = work;
  const changed = rows.filter((row) => empty.has(row.sequence - region.shift) && !isAppended(row, region));
  for (const { sequence } of changed) {
    empty.delete(sequence - region.shift);
    witness.gone(sequence - region.shift, sequence - region.shift);
  }
  work.rows = rows.filter((row) => !changed.includes(row));
  return changed.map((row) => {
    const sealedAgain = isSealed(row, row.sequence - region.shift);
    return { kind: 'changed', sequence: row.sequence, sealedAgain };
  });
}

/** At the end of the log a row that is not even linked to the one before was never written by the program. */
function isAppended(row: AuditRow, { hashBefore, isEnd, rows, shift }: TroubledRegion): boolean {
  if (!isEnd) return false;
  const before = rows[rows.indexOf(row) - 1]?.hash ?? hashBefore;
  return row.previous_hash !== before && !isSealed({ ...row, previous_hash: before }, row.sequence - shift);
}

function insertedRows({ rows }: Working): Finding[] {
  return rows.map(({ sequence }) => ({ kind: 'inserted', sequence }));
}

function removedRows({ region, empty }: Working, witness: Witness): Finding[] {
  const runs: { kind: 'removed'; sequence: number; to: number }[] = [];
  if (isLong(region)) runs.push({ kind: 'removed', sequence: region.from, to: region.to });
  for (const place of empty) {
    const run = runs.at(-1);
    if (run?.to === place - 1) run.to = place;
    else runs.push({ kind: 'removed', sequence: place, to: place });
  }
  // Nothing shows that the log ever reached the places after its last row; only a signed head does.
  const shown = region.isEnd && !isLong(region) ? runs.filter(({ to }) => to < region.to) : runs;
  for (const { sequence, to } of shown) witness.gone(sequence, to);
  return shown;
}
