import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

const relatesTo = 'Pyyntö 2026-031';

const deeds = fc.array(
  fc.oneof(
    fc.record({
      deed: fc.constant('edit' as const),
      form: fc.record(
        {
          lastName: fc.constantFrom('Mallikas', 'Ääritalo', 'Aalto', 'Ålund'),
          firstNames: fc.constantFrom('Aino', 'Eino "Ensio"', 'Ann-Mari'),
          phone: fc.constantFrom('', '050 000 0311', '040 000 0182'),
          birthDate: fc.constantFrom('14.3.1987', '1.2.2015'),
          language: fc.constantFrom('fi' as const, 'sv' as const),
          contactProtected: fc.boolean(),
          deceasedOn: fc.constantFrom('', '1.11.2026'),
        },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ deed: fc.constantFrom('restrict' as const, 'lift' as const, 'prohibit' as const) }),
  ),
  { minLength: 1, maxLength: 6 },
);

/** What the card and the consents say of a customer, as a list tells it. */
async function asOnCard(manager: TestClient, customerId: string) {
  const card = await manager.call('customers', 'card', { customerId });
  const { number, lastName, firstNames, birthDate, language, phone, contactProtected } = card;
  const consents = await manager.call('consents', 'ofCustomer', { customerId });
  const marketing = consents.cells.filter(({ purpose }) => purpose === 'direct-marketing');
  return {
    ...{ id: customerId, number, lastName, firstNames, birthDate, language, phone, contactProtected },
    isDeceased: card.deceasedOn !== null,
    isRestricted: card.restriction !== null,
    isMarketingProhibited: marketing.some(({ state }) => state === 'prohibited'),
  };
}

it('a list shows what the card shows, whatever is changed in whatever order', async () => {
  const register = await testRegister();
  const manager = await register.as('manager');
  await fc.assert(
    fc.asyncProperty(deeds, async (sequence) => {
      const customerId = await registerCustomer(manager, { email: `${uuidv7()}@posti.example` });
      let form = ainoMallikas;
      for (const step of sequence) {
        const { version } = await manager.call('customers', 'card', { customerId });
        if (step.deed === 'edit') form = { ...form, ...step.form };
        await {
          edit: () =>
            manager.reply(
              'customers',
              'edit',
              { customerId, expectedVersion: version, form },
              undefined,
              relatesTo,
            ),
          restrict: () => manager.reply('customers', 'restrict', { customerId, ground: 'Selvitetään' }),
          lift: () => manager.reply('customers', 'liftRestriction', { customerId, reason: 'Selvitetty' }),
          prohibit: () =>
            manager.reply('consents', 'record', { customerId, entry: prohibition() }, undefined, relatesTo),
        }[step.deed]();
      }
      const wanted = await asOnCard(manager, customerId);
      const { hits } = await manager.call('customers', 'search', { text: String(wanted.number), limit: 50 });
      const hit = hits.find(({ id }) => id === customerId);
      const { marks, ...shown } = hit ?? {};
      expect({ ...shown, isMarketingProhibited: marks?.marketing === 'prohibited' }).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
}, 120_000);

const prohibition = () => ({
  id: uuidv7(),
  purpose: 'direct-marketing' as const,
  channels: ['email' as const, 'sms' as const, 'phone' as const, 'post' as const],
  act: 'prohibited' as const,
  wordingId: null,
  language: 'fi' as const,
  way: 'orally' as const,
  note: '',
});
