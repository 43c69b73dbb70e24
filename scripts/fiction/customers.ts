import type { Sex, Source } from '#shared/features/customers/contract.ts';
import type { Language } from '#shared/values/language.ts';
import { fold } from '#shared/values/names.ts';
import type { Random } from './random.ts';
import { firstNames, nameBeginnings, nameEndings, places, streets } from './words.ts';

export interface FictionalCustomer {
  readonly id: string;
  readonly number: number;
  readonly lastName: string;
  readonly firstNames: string;
  readonly hetu: string | null;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly language: Language;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly source: Source;
  /** Milliseconds since 1970. */
  readonly registeredAt: number;
}

const dayMs = 86_400_000;
const firstBirthday = Date.UTC(1931, 0, 1);
const birthdays = 32_000;

/**
 * The n-th customer (from 0) of a register. Identity codes have the individual numbers 900–999, which nobody is
 * given; up to 3.2 million of them are all different.
 */
export function fictionalCustomer(index: number, random: Random, now: number): FictionalCustomer {
  const lastName = fictionalLastName(random);
  const first = random.chance(0.6)
    ? `${random.pick(firstNames)} ${random.pick(firstNames)}`
    : random.pick(firstNames);
  const birthDate = new Date(firstBirthday + ((index * 7919) % birthdays) * dayMs).toISOString().slice(0, 10);
  const registeredAt = now - random.between(30, 2000) * dayMs;
  const hasAddress = random.chance(0.8);
  const [postalCode, city] = random.pick(places);
  return {
    id: random.id(registeredAt),
    number: 10_001 + index,
    lastName,
    firstNames: first,
    hetu: random.chance(0.85) ? fictionalHetu(birthDate, 900 + (Math.floor(index / birthdays) % 100)) : null,
    birthDate,
    sex: random.pick(['female', 'male', 'female', 'male', 'other', 'undisclosed']),
    language: random.pick(['fi', 'fi', 'fi', 'fi', 'fi', 'fi', 'sv', 'en']),
    phone: random.chance(0.95) ? fictionalPhone(random) : null,
    email: random.chance(0.7) ? `${plain(first)}.${plain(lastName)}${index}@posti.example` : null,
    street: hasAddress ? `${random.pick(streets)} ${random.between(1, 99)}` : null,
    postalCode: hasAddress ? postalCode : null,
    city: hasAddress ? city : null,
    source: random.pick(['customer', 'customer', 'customer', 'guardian', 'referral', 'employer']),
    registeredAt,
  };
}

function fictionalLastName(random: Random): string {
  const one = () => random.pick(nameBeginnings) + random.pick(nameEndings);
  return random.chance(0.06) ? `${one()}-${one()}` : one();
}

const checkCharacters = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** The check character is the remainder of the nine digits by 31 (Decree 128/2010, 2 §). */
function fictionalHetu(birthDate: string, individual: number): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const digits = `${day}${month}${year.slice(2)}`;
  const sign = year < '2000' ? '-' : 'A';
  return `${digits}${sign}${individual}${checkCharacters[Number(`${digits}${individual}`) % 31]}`;
}

function fictionalPhone(random: Random): string {
  const prefix = random.pick(['40', '41', '44', '45', '46', '50']);
  return `+358${prefix}000${String(random.between(0, 9999)).padStart(4, '0')}`;
}

const plain = (name: string) => fold(name).replace(/[^a-z]+/g, '.');
