import { expect, it } from 'vitest';
import { registerAtVersion, upToDate } from '#test/support/database.ts';

it('a register whose drafts were of five forms keeps them, and takes those of every form', async () => {
  const old = await registerAtVersion(14);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  await connection.exec(`INSERT INTO drafts (id, owner_id, form, subject_id, sealed, updated_at)
    VALUES ('d1', 'u1', 'visits.log', 'c1', '{"ct":"1"}', '2026-11-16T09:00:00.000Z')`);
  await connection.close();

  const database = await upToDate(old);
  const draft = { owner_id: 'u1', subject_id: null, sealed: '{}', updated_at: '2026-11-17T09:00:00.000Z' };
  await database.write((tx) =>
    tx
      .insertInto('drafts')
      .values({ ...draft, id: 'd2', form: 'customers.addRecord' })
      .execute(),
  );
  const rows = await database.read.selectFrom('drafts').selectAll().orderBy('id').execute();
  expect(rows).toEqual([
    {
      id: 'd1',
      owner_id: 'u1',
      form: 'visits.log',
      subject_id: 'c1',
      sealed: '{"ct":"1"}',
      updated_at: '2026-11-16T09:00:00.000Z',
    },
    { ...draft, id: 'd2', form: 'customers.addRecord' },
  ]);
});
