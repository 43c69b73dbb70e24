import type { AccountTables } from '../features/accounts/tables.ts';
import type { AuditViewTables } from '../features/audit/tables.ts';
import type { BackupTables } from '../features/backup/tables.ts';
import type { ConsentTables } from '../features/consents/tables.ts';
import type { CustomerTables } from '../features/customers/tables.ts';
import type { DraftTables } from '../features/drafts/tables.ts';
import type { NoticeTables } from '../features/notices/tables.ts';
import type { VisitTables } from '../features/visits/tables.ts';
import type { FoundationTables } from './foundation-tables.ts';

/**
 * Every table of the register. Each feature adds its own tables here by one `extends`:
 * `import type { VisitTables } from '../features/visits/tables.ts'`.
 */
export interface Schema
  extends FoundationTables,
    CustomerTables,
    VisitTables,
    ConsentTables,
    BackupTables,
    AuditViewTables,
    AccountTables,
    DraftTables,
    NoticeTables {}
