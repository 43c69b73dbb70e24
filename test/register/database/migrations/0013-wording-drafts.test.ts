import { expect, it } from 'vitest';
import { registerAtVersion, upToDate } from '#test/support/database.ts';

it('a register from before wordings had drafts keeps the drafts that it has, and takes those of wordings', async () => {
  const old = await registerAtVersion(12);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  const draft = { owner_id: 'u1', subject_id: null, sealed: '{}', updated_at: '2026-11-17T09:00:00.000Z' };
  await connection.exec(`INSERT INTO drafts (id, owner_id, form, subject_id, sealed, updated_at)
    VALUES ('d1', 'u1', 'visits.log', 'c1', '{"ct":"1"}', '2026-11-16T09:00:00.000Z')`);
  await connection.close();

  const database = await upToDate(old);
  const add = (id: string, form: 'consents.publishWording') =>
    database.write((tx) =>
      tx
        .insertInto('drafts')
        .values({ ...draft, id, form })
        .execute(),
    );
  await add('d2', 'consents.publishWording');
  await expect(add('d3', 'another' as 'consents.publishWording')).rejects.toThrow(/CHECK/);
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
    { ...draft, id: 'd2', form: 'consents.publishWording' },
  ]);
});
