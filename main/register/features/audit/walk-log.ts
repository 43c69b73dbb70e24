import type { WitnessedHead } from '../../audit-chain/chain.ts';
import { ChainWalk, type WalkResult } from '../../audit-chain/walk.ts';
import type { Queries } from '../../database/database.ts';
import { newestSequence, rowsInOrder } from './chain-store.ts';

export interface LogWalk {
  /** The vault's id. */
  readonly chainId: string;
  /** What people signed, their signatures already checked. */
  readonly heads: readonly WitnessedHead[];
  /** After each page of so many rows; may throw to stop. */
  onPage?(rows: number): void;
}

/** Rows of one page: a page takes some milliseconds, and between two pages others get the connection. */
const pageSize = 1000;

/** Walks through the whole log as it is now, page by page; rows that are written meanwhile are left for the next time. */
export async function walkLog(db: Queries, { chainId, heads, onPage }: LogWalk): Promise<WalkResult> {
  const until = await newestSequence(db);
  const walk = new ChainWalk(chainId, heads);
  let last: number | null = null;
  while (!walk.isHopeless) {
    const page = await rowsInOrder(db, last, until, pageSize);
    for (const { row, details } of page) walk.add(row, details);
    last = page.at(-1)?.row.sequence ?? last;
    onPage?.(page.length);
    if (page.length < pageSize) break;
  }
  return walk.end();
}
