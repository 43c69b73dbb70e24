import { describe, expect, it } from 'vitest';
import { temporaryDatabase } from '#test/support/database.ts';

const office = {
  id: 1,
  name: 'Mallilan Hoitohuone Oy',
  business_id: '9999999-2',
  street: 'Esimerkkitie 12',
  postal_code: '13100',
  city: 'Hämeenlinna',
  phone: '019 000 0100',
  email: 'toimisto@mallila.example',
  data_contact: 'Marja Esimäki',
  answer_within_months: 1,
  version: 1,
  updated_at: '2026-03-03T08:00:00.000Z',
  updated_by: null,
} as const;

describe('the tables of one row', () => {
  it('take no second row', async () => {
    const database = await temporaryDatabase();
    await database.write((tx) => tx.insertInto('office').values(office).execute());
    const second = { ...office, id: 2 as 1 };
    const added = database.write((tx) => tx.insertInto('office').values(second).execute());
    await expect(added).rejects.toMatchObject({ kind: 'check' });
  });

  it('keep the vault, the key epoch and the time of creation', async () => {
    const database = await temporaryDatabase();
    expect(await database.read.selectFrom('register_info').selectAll().execute()).toEqual([
      {
        id: 1,
        vault_id: database.register.vaultId,
        key_epoch: 1,
        roster_epoch: 1,
        created_at: '2026-03-03T08:00:00.000Z',
      },
    ]);
  });
});
