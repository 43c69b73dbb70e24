import { openDatabase } from '#main/register/database/open.ts';
import { sqlcipherDriver } from '#main/register/database/sqlcipher-driver.ts';

/** Writes pairs of rows, two in each transaction, and tells the number of every pair that was committed. */
const [file = '', key = '', vaultId = '', from = '0'] = process.argv.slice(2);
const database = await openDatabase({
  driver: sqlcipherDriver,
  file,
  key,
  vaultId,
  keyEpoch: 1,
  rosterEpoch: 1,
});
for (let pair = Number(from); ; pair += 1) {
  await database.write(async (tx) => {
    for (const half of ['a', 'b']) {
      const row = {
        actor_id: 'u1',
        procedure: half,
        input_hash: String(pair),
        at: '2026-03-03T08:00:00.000Z',
      };
      await tx
        .insertInto('command_results')
        .values({ ...row, request_id: `${pair}${half}`, result: JSON.stringify('x'.repeat(3_000)) })
        .execute();
    }
  });
  process.send?.(pair);
}
