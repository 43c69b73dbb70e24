import type { SqlExecutor } from '../driver.ts';
import type { Migration } from './migration.ts';

/* What a group was called and when it was in use; about no customer. Append-only like the other histories. */
const schema = `
  CREATE TABLE customer_group_changes (
    id TEXT PRIMARY KEY,
    group_id TEXT NOT NULL REFERENCES customer_groups (id),
    field TEXT NOT NULL CHECK (field IN ('added', 'name', 'retired', 'reinstated')),
    old_value TEXT,
    new_value TEXT,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_by_name TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_group_changes_of_group ON customer_group_changes (group_id, id);
  CREATE TRIGGER customer_group_changes_refuse_update BEFORE UPDATE ON customer_group_changes
  BEGIN SELECT RAISE(ABORT, 'customer_group_changes cannot be changed'); END;
  CREATE TRIGGER customer_group_changes_refuse_delete BEFORE DELETE ON customer_group_changes
  BEGIN SELECT RAISE(ABORT, 'customer_group_changes cannot be deleted'); END;
  CREATE TRIGGER customer_group_changes_refuse_taken BEFORE INSERT ON customer_group_changes
  WHEN EXISTS (SELECT 1 FROM customer_group_changes WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'customer_group_changes cannot be replaced'); END;
`;

/** A group can be renamed, so what it was called before is kept. */
export const groupChanges: Migration = {
  version: 16,
  name: 'group-changes',
  async up(sql: SqlExecutor) {
    await sql.exec(schema);
  },
};
