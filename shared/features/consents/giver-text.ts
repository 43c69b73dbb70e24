import type { Words } from '../../words/fi.ts';
import type { GivenBy } from './giver.ts';
import type { ConsentAct } from './purposes.ts';

type GiverWords = Pick<Words, 'givers' | 'giver'>;

/** `Kaisa Huoltaja (huoltaja)`, or `asiakas itse`. */
function giverName({ role, name }: Pick<GivenBy, 'role' | 'name'>, { givers }: GiverWords): string {
  return name === null ? givers[role] : `${name} (${givers[role]})`;
}

/** Who gave the answer, as a report and a paper tell it; null of the taking back of a mistake, which nobody gives. */
export function giverLine(
  { act, givenBy }: { readonly act: ConsentAct; readonly givenBy: GivenBy | null },
  words: GiverWords,
): string | null {
  if (act === 'undone') return null;
  return givenBy ? `${words.giver.by}: ${giverName(givenBy, words)}` : words.giver.unknown;
}
