import type { ConsentEntry } from '#shared/features/consents/entry.ts';
import { type Answering, type GivenBy, isMinor, possibleRoles } from '#shared/features/consents/giver.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import type { Translate } from '../../locales/use-texts.ts';

/** Who gave an answer, as it is being chosen. */
export interface GiverChoice {
  /** A role, or the id of a guardian who is a customer; null while nobody has chosen. */
  readonly giver: string | null;
  /** Typed, of who is not a customer. */
  readonly giverName: string;
}

export const nobodyChosen: GiverChoice = { giver: null, giverName: '' };

/** The roles whose name is typed. */
export function isNamed(giver: string | null): giver is 'guardian' | 'representative' {
  return giver === 'guardian' || giver === 'representative';
}

/** Who may be chosen: the customer, each guardian by name, then others by what they are. */
export function giversToChoose(t: Translate, answering: Answering): { value: string; label: string }[] {
  const { guardians } = answering;
  const [customer, ...others] = possibleRoles(answering);
  const isOther = guardians.length > 0;
  return [
    ...[customer].flatMap((role) => (role ? [{ value: role, label: t('consents:giver.customer') }] : [])),
    ...guardians.map(({ customerId, name }) => ({ value: customerId, label: name })),
    ...others.map((role) => ({
      value: role,
      label: role === 'guardian' && isOther ? t('consents:giver.otherGuardian') : t(`consents:giver.${role}`),
    })),
  ];
}

/**
 * Who has been chosen. A guardian who is none any more is not, and an adult is themselves until another is chosen.
 */
export function chosenGiver({ giver }: GiverChoice, answering: Answering): string | null {
  const isPossible =
    answering.guardians.some(({ customerId }) => customerId === giver) ||
    possibleRoles(answering).some((role) => role === giver);
  if (isPossible) return giver;
  return isMinor(answering) ? null : 'customer';
}

/** As the contract takes it; missing while it is still to be chosen. */
export function giverOf(choice: GiverChoice, answering: Answering): Pick<ConsentEntry, 'giver'> {
  const giver = chosenGiver(choice, answering);
  if (giver === null) return {};
  if (giver === 'customer') return { giver: { by: giver } };
  if (isNamed(giver)) return { giver: { by: giver, name: choice.giverName } };
  return { giver: { by: 'linked-guardian', customerId: giver } };
}

/** What is still to be said of who answered. */
export function giverIssues(
  choice: GiverChoice,
  answering: Answering,
): Partial<Record<keyof GiverChoice, IssueCode>> {
  const giver = chosenGiver(choice, answering);
  if (giver === null) return { giver: 'choose-giver' };
  return isNamed(giver) && choice.giverName.trim() === '' ? { giverName: 'required' } : {};
}

/** Who is answering, for the screen that is turned to them; null while it is not known. */
export function answererOf(choice: GiverChoice, answering: Answering): Pick<GivenBy, 'role' | 'name'> | null {
  const giver = chosenGiver(choice, answering);
  if (giver === null) return null;
  if (giver === 'customer') return { role: giver, name: null };
  if (isNamed(giver)) return { role: giver, name: choice.giverName.trim() };
  const linked = answering.guardians.find(({ customerId }) => customerId === giver);
  return { role: 'guardian', name: linked?.name ?? '' };
}
