import type { CustomerForm, LooksLike, Source } from '#shared/features/customers/contract.ts';
import { parseBirthDate } from '#shared/values/dates.ts';
import { birthDateOfHetu, parseHetu } from '#shared/values/hetu.ts';
import { fold } from '#shared/values/names.ts';
import { parsePhone } from '#shared/values/phone.ts';

/** The details of a customer as they are kept: the birth date is always known. */
export type CustomerDetails = Omit<CustomerForm, 'birthDate' | 'source'> & { readonly birthDate: string };

type DetailField = keyof CustomerDetails;

/** What the form says, with the birth date taken from the identity code when it was left empty. */
export function detailsOf(form: CustomerForm): Sourced {
  const { source, ...rest } = form;
  const birthDate = form.birthDate ?? (form.hetu === null ? null : birthDateOfHetu(form.hetu));
  if (birthDate === null) throw new Error('the form was not checked: neither birth date nor identity code');
  return { details: { ...rest, birthDate }, source };
}

export interface Change {
  readonly field: DetailField | 'source' | 'restriction';
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

interface Sourced {
  readonly details: CustomerDetails;
  readonly source: Source;
}

/**
 * The fields whose value differs, with both values; and the source, when new details came from another one. A
 * source without new details is no change: it tells where nothing came from.
 */
export function changesBetween(old: Sourced, next: Sourced): Change[] {
  const changes: Change[] = (Object.keys(old.details) as DetailField[])
    .filter((field) => old.details[field] !== next.details[field])
    .map((field) => ({
      field,
      oldValue: asText(old.details[field]),
      newValue: asText(next.details[field]),
    }));
  if (changes.length === 0 || old.source === next.source) return changes;
  return [...changes, { field: 'source', oldValue: old.source, newValue: next.source }];
}

/** History holds text: a yes or a no in it is `yes` or `no`. */
function asText(value: string | boolean | null): string | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

/** What is known so far of the person being registered; null for what is not typed or not yet readable. */
export interface Wanted {
  readonly hetu: string | null;
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthDate: string | null;
  readonly phone: string | null;
}

/** The form's texts as they stand while somebody types. */
interface Typed {
  readonly hetu: string;
  readonly lastName: string;
  readonly firstNames: string;
  readonly birthDate: string;
  readonly phone: string;
}

/** The form is compared while it is being typed: what cannot be read yet says nothing. */
export function readWanted(typed: Typed, today: string): Wanted {
  const hetu = parseHetu(typed.hetu);
  const birthDate = parseBirthDate(typed.birthDate, today);
  const phone = parsePhone(typed.phone);
  const fromHetu = hetu.ok ? birthDateOfHetu(hetu.value) : null;
  return {
    hetu: hetu.ok ? hetu.value : null,
    lastName: typed.lastName,
    firstNames: typed.firstNames,
    birthDate: birthDate.ok ? birthDate.value : fromHetu,
    phone: phone.ok ? phone.value : null,
  };
}

type Known = Pick<CustomerDetails, 'hetu' | 'lastName' | 'firstNames' | 'birthDate' | 'phone'>;

/** Why a customer may be the wanted person, strongest first; empty when nothing speaks for it. */
export function likeness(wanted: Wanted, known: Known): LooksLike['same'] {
  const same: LooksLike['same'] = [];
  if (wanted.hetu !== null && wanted.hetu === known.hetu) same.push('hetu');
  if (wanted.birthDate === known.birthDate && sameName(wanted, known)) same.push('name-and-birth-date');
  if (wanted.phone !== null && wanted.phone === known.phone) same.push('phone');
  return same;
}

/** The last name and the first of the first names: the others are often left out at the desk. */
function sameName(a: Pick<Known, 'lastName' | 'firstNames'>, b: Pick<Known, 'lastName' | 'firstNames'>) {
  const [lastName, firstName] = namesToCompare(a);
  const [otherLast, otherFirst] = namesToCompare(b);
  return lastName !== '' && firstName !== '' && lastName === otherLast && firstName === otherFirst;
}

function namesToCompare({ lastName, firstNames }: Pick<Known, 'lastName' | 'firstNames'>): [string, string] {
  return [
    fold(lastName).trim(),
    fold(firstNames)
      .trim()
      .split(/[\s-]+/)[0] ?? '',
  ];
}

const weight = { hetu: 4, 'name-and-birth-date': 2, phone: 1 };

/** Orders by how much speaks for each: the identity code outweighs the rest together. */
export function strongestFirst<T extends Pick<LooksLike, 'same'>>(candidates: readonly T[]): T[] {
  const strength = ({ same }: T) => same.reduce((sum, what) => sum + weight[what], 0);
  return [...candidates].sort((a, b) => strength(b) - strength(a));
}
