import type { SqlExecutor } from './driver.ts';

/**
 * Rows of each table of ours. Virtual tables are an index made again from rows, so they are not counted; the shadow
 * tables, in which they stand, only on request.
 */
export async function countRows(
  connection: SqlExecutor,
  kinds: readonly ('table' | 'shadow')[] = ['table'],
): Promise<Map<string, number>> {
  const tables = await connection.all<{ name: string; type: string }>(
    `SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`,
  );
  const counts = new Map<string, number>();
  for (const { name, type } of tables) {
    if (!kinds.some((kind) => kind === type)) continue;
    const [row] = await connection.all<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`);
    counts.set(name, row?.rows ?? 0);
  }
  return counts;
}
