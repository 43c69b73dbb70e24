import { expect, it } from 'vitest';
import { marksReader } from '#main/register/features/consents/marks.ts';
import { findCustomers } from '#main/register/features/customers/search.ts';
import { registerAtVersion, upToDate } from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';

/** As an earlier release left them: one protected, one dead, one restricted, and what the first answered. */
async function withThreeCustomers() {
  const old = await registerAtVersion(17);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  const people = [
    ['c1', 'Aalto', 1, null, null],
    ['c2', 'Ketola', 0, '2026-02-01', null],
    ['c3', 'Öhkömö', 0, null, at],
  ] as const;
  for (const [index, [id, name, isProtected, deceasedOn, restrictedSince]] of people.entries()) {
    await connection.run(
      `INSERT INTO customers (id, customer_number, last_name, first_names, birth_date, sex, language, phone, source,
        source_at, version, created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name,
        contact_protected, deceased_on, restricted_since, restriction_ground)
       VALUES (?, ?, ?, 'Malla', '1987-03-14', 'female', 'sv', '+358400000182', 'customer', ?, 1, ?, 'u', 'U', ?, 'u',
         'U', ?, ?, ?, ?)`,
      [
        id,
        10_001 + index,
        name,
        at,
        at,
        at,
        isProtected,
        deceasedOn,
        restrictedSince,
        restrictedSince && 'Selvitetään',
      ],
    );
    await connection.run(
      'INSERT INTO customer_search (position, customer_id, sort_key, words) VALUES (?, ?, ?, ?)',
      [index * 1000, id, name.toLowerCase(), `malla ${name.toLowerCase()}`],
    );
  }
  await connection.exec(`
    INSERT INTO consent_states VALUES ('c1', 'direct-marketing', 'email', NULL, NULL, NULL, 0, 1, 0);
    INSERT INTO consent_states VALUES ('c1', 'customer-surveys', 'sms', 'refused', 1, NULL, 0, 0, 0);
  `);
  await connection.close();
  return old;
}

it('customers and answers of an earlier release are listed as they are, without a protected phone', async () => {
  const old = await withThreeCustomers();
  const database = await upToDate(old);
  const found = (await findCustomers(database.read, 'malla', '2026-11-18', 5)) ?? [];
  const common = { firstNames: 'Malla', birthDate: '1987-03-14', language: 'sv' };
  const plain = { phone: '+358400000182', contactProtected: false, isDeceased: false, isRestricted: false };
  expect(found).toEqual([
    expect.objectContaining({
      ...common,
      ...plain,
      id: 'c1',
      lastName: 'Aalto',
      phone: null,
      contactProtected: true,
    }),
    expect.objectContaining({
      ...common,
      ...plain,
      id: 'c2',
      number: 10_002,
      lastName: 'Ketola',
      isDeceased: true,
    }),
    expect.objectContaining({ ...common, ...plain, id: 'c3', lastName: 'Öhkömö', isRestricted: true }),
  ]);
  const marksOf = await marksReader(database.read, '2026-11-18T12:00:00.000Z');
  expect(found.map(({ consents }) => marksOf(consents))).toEqual([
    { marketing: 'prohibited', surveys: 'refused', research: 'not-asked', healthProfile: 'not-asked' },
    { marketing: 'not-asked', surveys: 'not-asked', research: 'not-asked', healthProfile: 'not-asked' },
    { marketing: 'not-asked', surveys: 'not-asked', research: 'not-asked', healthProfile: 'not-asked' },
  ]);
});
