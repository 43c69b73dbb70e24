import type { Contract } from '#shared/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { CommandContext, Handlers } from '../../rpc/handlers.ts';
import { insertChanges } from './changes.ts';
import { type Customer, existing, type Restriction, setRestriction } from './store.ts';

/** A manager restricts the processing of a customer's data and ends the restriction (GDPR Art. 18). */
export const restrictionHandlers: Pick<Handlers<Contract['customers']>, 'restrict' | 'liftRestriction'> = {
  async restrict({ customerId, ground }, context) {
    const customer = await existing(context.tx, customerId);
    if (customer.restriction?.ground === ground) return {};
    // A corrected ground does not begin the restriction anew.
    const since = customer.restriction?.since ?? context.now;
    await change(context, customer, { since, ground });
    return {};
  },

  async liftRestriction({ customerId, reason }, context) {
    const customer = await existing(context.tx, customerId);
    if (customer.restriction === null) throw new AppError({ kind: 'conflict', changed: ['restriction'] });
    await change(context, customer, null);
    context.detail({ reason });
    return {};
  },
};

/** The history keeps the ground: what the restriction was, and from when to when it held. */
async function change(
  { tx, actor, now, newId }: CommandContext,
  customer: Customer,
  restriction: Restriction | null,
): Promise<void> {
  const changed = { at: now, by: actor.id, byName: actor.name };
  await setRestriction(tx, customer, restriction, changed);
  await insertChanges(tx, customer.id, [
    {
      id: newId(),
      version: customer.version + 1,
      field: 'restriction',
      oldValue: customer.restriction?.ground ?? null,
      newValue: restriction?.ground ?? null,
      source: 'staff',
      changed,
    },
  ]);
}
