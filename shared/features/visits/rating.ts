import { z } from 'zod';

/** From the worst to the best. */
export const ratings = [1, 2, 3, 4, 5] as const;

/** How many of each rating, in the order of `ratings`. */
export const ratingCountsSchema = z.array(z.int().min(0)).length(ratings.length);
export type RatingCounts = readonly number[];

/** How many ratings there are together. */
export function countOf(counts: RatingCounts): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** From 1 to 5, not rounded; null when there are no ratings. */
export function averageOf(counts: RatingCounts): number | null {
  const count = countOf(counts);
  const sum = ratings.reduce((all, rating, index) => all + rating * (counts[index] ?? 0), 0);
  return count === 0 ? null : sum / count;
}
