import { mostTelling } from '#shared/features/consents/most-telling.ts';
import type { ConsentState, Purpose } from '#shared/features/consents/purposes.ts';
import type { ConsentMarks } from '#shared/features/customers/contract.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import { type FoldedSlot, foldedStates } from './folded-states.ts';
import { allSlots, type CurrentVersions, standingFrom, untouched } from './rules.ts';
import { currentVersions } from './store.ts';

/** The marks M K T P of customers in a list, at an instant; two queries however many customers. */
export async function marksFor(
  db: Queries,
  customerIds: readonly string[],
  now: string,
): Promise<Map<string, ConsentMarks>> {
  if (customerIds.length === 0) return new Map();
  const today = dateAt(now);
  const versions = await currentVersions(db);
  const marks = new Map<string, ConsentMarks>();
  for (const [customerId, states] of await foldedStates(db, customerIds)) {
    const markOf = (...of: Purpose[]) => mark(of, states, versions, today);
    marks.set(customerId, {
      marketing: markOf('direct-marketing'),
      surveys: markOf('customer-surveys'),
      research: markOf('market-research', 'opinion-polls'),
      healthProfile: markOf('health-profile'),
    });
  }
  return marks;
}

/** The one state that stands for some purposes of a customer in a list. */
function mark(
  of: readonly Purpose[],
  states: readonly FoldedSlot[],
  versions: CurrentVersions,
  today: string,
): ConsentState {
  const slots = allSlots.filter(({ purpose }) => of.includes(purpose));
  return mostTelling(
    slots.map((slot) => {
      const said = states.find(
        ({ purpose, channel }) => purpose === slot.purpose && channel === slot.channel,
      );
      return standingFrom(slot, said?.folded ?? untouched, versions, today).state;
    }),
  );
}
