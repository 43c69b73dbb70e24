import { foundation } from './0001-foundation.ts';
import type { Migration } from './migration.ts';

/** In order and without gaps: the n-th step makes version n. */
export const migrations: readonly Migration[] = [foundation];

/** The schema version this application reads and writes. */
export const schemaVersion = migrations.length;
