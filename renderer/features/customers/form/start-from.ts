import { parseBirthDate } from '#shared/values/dates.ts';
import { birthDateOfHetu, parseHetu } from '#shared/values/hetu.ts';
import { parsePhone } from '#shared/values/phone.ts';
import { type CustomerValues, emptyForm } from './form-values.ts';

type Form = CustomerValues['form'];

/** A new form with what was typed into the search in the field where it belongs. */
export function startFrom(typed: string, today: string): Form {
  return { ...emptyForm, ...fieldsOf(typed.trim(), today) };
}

function fieldsOf(typed: string, today: string): Partial<Form> {
  const hetu = parseHetu(typed);
  if (hetu.ok) return { hetu: hetu.value, birthDate: birthDateOfHetu(hetu.value) };
  // meant as one, and mistyped: the form says what is wrong with it
  if (hetu.issue !== 'hetu-format') return { hetu: typed };
  const birthDate = parseBirthDate(typed, today);
  if (birthDate.ok) return { birthDate: birthDate.value };
  if (/^[+0]/.test(typed) && parsePhone(typed).ok) return { phone: typed };
  if (/\d/.test(typed)) return {};
  if (typed.includes('@')) return { email: typed };
  const [lastName = '', ...firstNames] = typed.split(/\s+/).map(withCapitals);
  return { lastName, firstNames: firstNames.join(' ') };
}

/** `virta-mallikas` → `Virta-Mallikas`; what has capitals already stays as typed. */
function withCapitals(word: string): string {
  if (word !== word.toLowerCase()) return word;
  return word.replace(/(^|-)(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
