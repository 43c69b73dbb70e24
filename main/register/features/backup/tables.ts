import type { Generated } from 'kysely';
import type { BackupStatus } from '#shared/features/backup/contract.ts';
import { type ColumnMap, type PersonalColumn, technical } from '../../database/personal-data.ts';

export type BackupFailure = NonNullable<BackupStatus['failure']>['reason'];

export interface BackupPlaceTable {
  id: 1;
  /** Absolute path on this workstation. */
  folder: string;
  chosen_at: string;
  chosen_by: string;
}

export interface BackupRunsTable {
  sequence: Generated<number>;
  started_at: string;
  finished_at: string;
  /** NULL: a verified copy was made. */
  failure: BackupFailure | null;
  bytes: number;
  copy_name: string | null;
  actor_id: string;
}

export interface BackupTables {
  backup_place: BackupPlaceTable;
  backup_runs: BackupRunsTable;
}

const staff: PersonalColumn = {
  purpose: 'Knowing who made or stopped a backup',
  basis: 'legitimate-interest',
  retention: 'As long as the list of runs',
  source: 'Recorded by the register when a staff member acts',
  recipients: 'none',
};

export const columns = {
  backup_place: {
    id: technical('Keeps the table at one row'),
    folder: technical('Where copies go'),
    chosen_at: technical('When the place was chosen'),
    chosen_by: staff,
  },
  backup_runs: {
    sequence: technical('Order of the runs'),
    started_at: technical('When the run started'),
    finished_at: technical('When the run ended'),
    failure: technical('Why no copy was made'),
    bytes: technical('Size of the copy'),
    copy_name: technical('Folder of the copy'),
    actor_id: staff,
  },
} satisfies ColumnMap<BackupTables>;
