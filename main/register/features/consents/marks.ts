import { mostTelling } from '#shared/features/consents/most-telling.ts';
import type { ConsentState, Purpose } from '#shared/features/consents/purposes.ts';
import type { ConsentMarks } from '#shared/features/customers/contract.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import { type FoldedSlot, foldedSlots } from './folded-states.ts';
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

/**
 * Reads the marks M K T P that customers in a list have at an instant, each from what is kept of the customer
 * (`consent_states.slots`): one query, however many customers.
 */
export async function marksReader(db: Queries, now: string): Promise<(slots: string) => ConsentMarks> {
  const stateOf = statesOn(await currentVersions(db), dateAt(now));
  const folded = new Map<string, Folded<Said>>();
  const known = new Map<string, ConsentMarks>();
  return (slots) => {
    const marks = known.get(slots) ?? marksOf(foldedSlots(slots, folded), stateOf);
    known.set(slots, marks);
    return marks;
  };
}

function marksOf(states: readonly FoldedSlot[], stateOf: StateOf): ConsentMarks {
  const markOf = (slots: readonly Slot[]) => mark(slots, states, stateOf);
  return {
    marketing: markOf(slotsOfMarks.marketing),
    surveys: markOf(slotsOfMarks.surveys),
    research: markOf(slotsOfMarks.research),
    healthProfile: markOf(slotsOfMarks.healthProfile),
  };
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
