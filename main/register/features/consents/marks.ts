import { mostTelling } from '#shared/features/consents/most-telling.ts';
import type { ConsentState, Purpose } from '#shared/features/consents/purposes.ts';
import type { ConsentMarks } from '#shared/features/customers/contract.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import { type FoldedSlot, foldedStates } from './folded-states.ts';
import {
  allSlots,
  type CurrentVersions,
  type Folded,
  type Said,
  type Slot,
  standingFrom,
  untouched,
} from './rules.ts';
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
  const stateOf = statesOn(versions, today);
  const marks = new Map<string, ConsentMarks>();
  for (const [customerId, states] of await foldedStates(db, customerIds)) {
    const markOf = (slots: readonly Slot[]) => mark(slots, states, stateOf);
    marks.set(customerId, {
      marketing: markOf(slotsOfMarks.marketing),
      surveys: markOf(slotsOfMarks.surveys),
      research: markOf(slotsOfMarks.research),
      healthProfile: markOf(slotsOfMarks.healthProfile),
    });
  }
  return marks;
}

const slotsOfSome = (...of: Purpose[]) => allSlots.filter(({ purpose }) => of.includes(purpose));

const slotsOfMarks: Readonly<Record<keyof ConsentMarks, readonly Slot[]>> = {
  marketing: slotsOfSome('direct-marketing'),
  surveys: slotsOfSome('customer-surveys'),
  research: slotsOfSome('market-research', 'opinion-polls'),
  healthProfile: slotsOfSome('health-profile'),
};

/** The one state that stands for some slots of a customer in a list. */
function mark(slots: readonly Slot[], states: readonly FoldedSlot[], stateOf: StateOf): ConsentState {
  return mostTelling(
    slots.map((slot) => {
      const said = states.find(
        ({ purpose, channel }) => purpose === slot.purpose && channel === slot.channel,
      );
      return stateOf(slot, said?.folded ?? untouched);
    }),
  );
}

type StateOf = (slot: Slot, folded: Folded<Said>) => ConsentState;

/** What holds on a day; fifty customers have said hundreds of things, but few different ones. */
function statesOn(versions: CurrentVersions, today: string): StateOf {
  const known = new Map(allSlots.map((slot) => [slot, new Map<Folded<Said>, ConsentState>()]));
  return (slot, folded) => {
    const ofSlot = known.get(slot);
    const state = ofSlot?.get(folded) ?? standingFrom(slot, folded, versions, today).state;
    ofSlot?.set(folded, state);
    return state;
  };
}
