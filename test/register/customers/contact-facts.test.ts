import { expect, it } from 'vitest';
import { contactFacts } from '#main/register/features/customers/contact-facts.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { temporaryDatabase } from '#test/support/database.ts';

const today = '2026-11-22';

it('tell which contact details there are, and nothing that is in them', async () => {
  const database = await temporaryDatabase();
  const id = await insertCustomer(database);
  const facts = await contactFacts(database.read, [id, 'nobody'], today);
  expect([...facts]).toEqual([
    [
      id,
      {
        protected: false,
        deceasedOn: null,
        restrictedSince: null,
        birthDate: '1987-03-14',
        hasGuardian: false,
        hasPhone: true,
        hasEmail: true,
        hasAddress: false,
        language: 'fi',
      },
    ],
  ]);
});

it('tell of a protection, a death, a restriction and a guardian', async () => {
  const database = await temporaryDatabase();
  const id = await insertCustomer(database);
  await database.write((tx) =>
    tx
      .updateTable('customers')
      .set({
        contact_protected: 1,
        deceased_on: '2026-11-20',
        restricted_since: '2026-11-21T08:00:00.000Z',
        restriction_ground: 'Osoite selvitettävänä',
      })
      .execute(),
  );
  expect((await contactFacts(database.read, [id], today)).get(id)).toMatchObject({
    protected: true,
    deceasedOn: '2026-11-20',
    restrictedSince: '2026-11-21T08:00:00.000Z',
  });
});
