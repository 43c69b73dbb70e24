import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findDamageInFile } from '#main/register/database/find-damage.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { childProgram } from '#test/support/child-process.ts';
import { createTemporaryRegister, type TemporaryRegister } from '#test/support/database.ts';

async function pairsOf(register: TemporaryRegister) {
  const database = await openDatabase(register);
  const rows = await database.read
    .selectFrom('command_results')
    .select(['input_hash', 'procedure'])
    .execute();
  await database.close();
  const whole = rows.filter((row) => row.procedure === 'a').map((row) => Number(row.input_hash));
  whole.sort((a, b) => a - b);
  return { whole, rows: rows.length };
}

it('a process killed while it writes loses nothing that it had committed and keeps nothing half done', async () => {
  const register = await createTemporaryRegister();
  const { driver, file, key, vaultId } = register;
  const start = await childProgram(join(import.meta.dirname, 'writing-child.ts'));
  let next = 0;
  for (let round = 1; round <= 6; round += 1) {
    const child = start(file, key, vaultId, String(next));
    let told = -1;
    // Later rounds write longer, past SQLite's automatic checkpoints.
    const enough = new Promise<void>((resolve) => {
      child.on('message', (pair: number) => {
        told = pair;
        if (pair >= next + round * 40) resolve();
      });
    });
    await enough;
    child.kill('SIGKILL');
    await once(child, 'exit');

    const { whole, rows } = await pairsOf(register);
    expect(rows).toBe(whole.length * 2);
    expect(whole).toEqual(whole.map((_, index) => index));
    expect(whole.length).toBeGreaterThan(told);
    expect(await findDamageInFile(driver, file, key)).toEqual([]);
    next = whole.length;
  }
});
