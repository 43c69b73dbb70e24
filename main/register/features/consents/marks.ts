import { mostTelling } from '#shared/features/consents/most-telling.ts';
import type { ConsentState, Purpose } from '#shared/features/consents/purposes.ts';
import type { ConsentMarks } from '#shared/features/customers/contract.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Queries } from '../../database/database.ts';
import { foldedSlot, type Kept, keptSlots } from './folded-states.ts';
import { allSlots, type CurrentVersions, standingFrom, untouched } from './rules.ts';
import { currentVersions } from './store.ts';

/**
 * Reads the marks M K T P that customers in a list have at an instant, each from what is kept of the customer
 * (`consent_states.slots`): one query, however many customers.
 */
export async function marksReader(db: Queries, now: string): Promise<(slots: string) => ConsentMarks> {
  const states = statesOn(await currentVersions(db), dateAt(now));
  return (slots) => marksOf(slots, states);
}

function marksOf(slots: string, { ofUntouched, ofKept }: States): ConsentMarks {
  const states = [...ofUntouched];
  for (const kept of keptSlots(slots)) {
    const { place, state } = ofKept(kept);
    states[place] = state;
  }
  const markOf = (places: readonly number[]) => mostTelling(places.flatMap((place) => states[place] ?? []));
  return {
    marketing: markOf(placesOfMarks.marketing),
    surveys: markOf(placesOfMarks.surveys),
    research: markOf(placesOfMarks.research),
    healthProfile: markOf(placesOfMarks.healthProfile),
  };
}

const placesOfSome = (...of: Purpose[]) =>
  allSlots.flatMap(({ purpose }, place) => (of.includes(purpose) ? [place] : []));

/** Places in `allSlots`. */
const placesOfMarks: Readonly<Record<keyof ConsentMarks, readonly number[]>> = {
  marketing: placesOfSome('direct-marketing'),
  surveys: placesOfSome('customer-surveys'),
  research: placesOfSome('market-research', 'opinion-polls'),
  healthProfile: placesOfSome('health-profile'),
};

interface StateOfSlot {
  /** In `allSlots`. */
  readonly place: number;
  readonly state: ConsentState;
}

/** What holds on a day, while certain wordings are in force. */
interface States {
  /** By place in `allSlots`. */
  readonly ofUntouched: readonly ConsentState[];
  ofKept(kept: Kept): StateOfSlot;
}

/** Of the day that was asked for last: at most one entry for each slot, wording and last valid day. */
let latest: { readonly key: string; readonly states: States } | undefined;

/**
 * Fifty customers have said hundreds of things at each key that is typed into the search, but few different ones: each
 * is worked out once a day. Working all of them out anew kept the process busy with cleaning up its memory.
 */
function statesOn(versions: CurrentVersions, today: string): States {
  const key = JSON.stringify([today, versions]);
  if (latest?.key !== key) latest = { key, states: newStates(versions, today) };
  return latest.states;
}

function newStates(versions: CurrentVersions, today: string): States {
  const known = new Map<string, StateOfSlot>();
  const workOut = (kept: Kept): StateOfSlot => {
    const { purpose, channel, folded } = foldedSlot(kept);
    const slot = { purpose, channel };
    return {
      place: allSlots.findIndex((one) => one.purpose === purpose && one.channel === channel),
      state: standingFrom(slot, folded, versions, today).state,
    };
  };
  return {
    ofUntouched: allSlots.map((slot) => standingFrom(slot, untouched, versions, today).state),
    ofKept(kept) {
      const name = kept.join();
      const state = known.get(name) ?? workOut(kept);
      known.set(name, state);
      return state;
    },
  };
}
