import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { foldedSlot, keptSlots } from '#main/register/features/consents/folded-states.ts';
import { counting, foldSlot, standingFrom, standingsOf } from '#main/register/features/consents/rules.ts';
import { currentVersions, historyOf } from '#main/register/features/consents/store.ts';
import { channelsOf, purposes, recordableActs } from '#shared/features/consents/purposes.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { testRegister } from '#test/support/register.ts';

const steps = fc.array(
  fc.record({
    purpose: fc.constantFrom(...purposes),
    act: fc.constantFrom(...recordableActs, 'undone' as const),
    pick: fc.integer({ min: 1, max: 15 }),
  }),
  { minLength: 1, maxLength: 12 },
);

it('what is kept beside the history is what the history folds into, whatever is recorded and undone', async () => {
  const register = await testRegister();
  const { database } = await register.inside();
  const desk = await register.as('reception');
  const wordings = await desk.call('consents', 'wordings', {});
  const versions = await currentVersions(database.read);

  let number = 20_000;
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      number += 1;
      const customerId = await insertCustomer(database, number);
      const recorded: string[] = [];
      for (const { purpose, act, pick } of sequence) {
        const id = uuidv7();
        if (act === 'undone') {
          await desk.reply('consents', 'undo', { customerId, id, entryId: recorded.at(-1) ?? id });
          continue;
        }
        const isAnswer = act === 'given' || act === 'refused';
        const isSale = act === 'contact-at-sale';
        const entry = {
          id,
          purpose,
          channels: channelsOf(purpose).filter((_channel, index) => (pick >> index) & 1),
          act,
          wordingId: isAnswer ? (wordings.find((one) => one.purpose === purpose)?.id ?? null) : null,
          language: 'fi' as const,
          way: 'orally' as const,
          note: '',
          ...(isSale && { sale: { sold: 'Hieronta', wasTold: true as const, couldRefuse: true as const } }),
        };
        const reply = await desk.reply('consents', 'record', { customerId, entry });
        if (reply.ok) recorded.push(id);
      }

      const history = await historyOf(database.read, customerId);
      const { slots } = (await database.read
        .selectFrom('consent_states')
        .select('slots')
        .where('customer_id', '=', customerId)
        .executeTakeFirst()) ?? { slots: '[]' };
      const kept = keptSlots(slots).map(foldedSlot);
      for (const day of ['2026-11-18', '2028-10-01', '2029-01-01']) {
        const wanted = standingsOf(history, versions, day);
        for (const { purpose, channel, state } of wanted) {
          const row = kept.find((one) => one.purpose === purpose && one.channel === channel);
          const nothing = foldSlot({ purpose, channel }, counting([]));
          const slot = { purpose, channel };
          expect(standingFrom(slot, row?.folded ?? nothing, versions, day).state).toBe(state);
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
