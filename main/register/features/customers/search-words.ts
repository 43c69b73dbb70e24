import { formatDate, parseDate } from '#shared/values/dates.ts';
import { birthDateOfHetu, parseHetu } from '#shared/values/hetu.ts';
import { fold } from '#shared/values/names.ts';

/** What a customer can be found by. The identity code is not among the words: it is an exact column. */
export interface Findable {
  readonly number: number;
  readonly lastName: string;
  readonly firstNames: string;
  readonly nameInUse: string | null;
  readonly birthDate: string;
  readonly phone: string | null;
  readonly email: string | null;
  /** Then neither phone nor e-mail finds the customer: guessing them digit by digit would show them. */
  readonly contactProtected?: boolean;
  /** Earlier and other names. */
  readonly otherNames?: readonly string[];
}

/** The folded words of one customer, separated by single spaces. */
export function searchWords(customer: Findable): string {
  const words = [
    ...nameWords(customer.lastName),
    ...nameWords(customer.firstNames),
    ...nameWords(customer.nameInUse ?? ''),
    String(customer.number),
    formatDate(customer.birthDate),
    ...(customer.otherNames ?? []).flatMap(nameWords),
    ...(customer.contactProtected ? [] : contactWords(customer)),
  ];
  return [...new Set(words)].join(' ');
}

function contactWords({ phone, email }: Findable): string[] {
  return [...phoneWords(phone ?? ''), ...emailWords(email ?? '')];
}

/** Letters and digits in a row; the rest separates. Never holds a quote or a sign of the query language. */
function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `Virta-Mallikas` is found by either part and by both written as one. */
function nameWords(names: string): string[] {
  return names.split(/\s+/).flatMap((name) => {
    const parts = wordsOf(name);
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });
}

const shortestPart = 3;

/** Every end of the number, because a prefix of an end is any part of the whole. */
function phoneWords(e164: string): string[] {
  const digits = e164.replace(/\D/g, '');
  const ends = Array.from({ length: Math.max(0, digits.length - shortestPart + 1) }, (_, at) =>
    digits.slice(at),
  );
  return digits.startsWith('358') ? [`0${digits.slice(3)}`, ...ends] : ends;
}

function emailWords(email: string): string[] {
  return email === '' ? [] : [emailWord(email), ...wordsOf(email)];
}

/** An address as one word: signs other than @ become dots, the same way when it is typed. */
function emailWord(text: string): string {
  return fold(text).replace(/[^a-z0-9@]/g, '.');
}

export type SearchQuery =
  | { readonly kind: 'empty' }
  /** Something was typed that no customer can have. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hetu'; readonly hetu: string }
  /** A query of the full-text index. */
  | { readonly kind: 'words'; readonly match: string };

/** Reads what was typed into the search box. Every word must be found, each as the beginning of some word. */
export function readSearch(text: string, today: string): SearchQuery {
  const typed = asWritten(text);
  if (typed === '') return { kind: 'empty' };
  const hetu = parseHetu(typed);
  if (hetu.ok) return { kind: 'hetu', hetu: hetu.value };
  if (hetu.issue !== 'hetu-format') return { kind: 'nothing' };
  const terms = wholeTerms(typed, today) ?? typed.split(/\s+/).flatMap((word) => wordTerms(word, today));
  return terms.length === 0 ? { kind: 'nothing' } : { kind: 'words', match: terms.join(' AND ') };
}

/** One form of what keyboards, number pads and other programs write differently. */
function asWritten(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/[–—−]/g, '-')
    .replace(/(?<=\d),(?=\s?\d|$)/g, '.')
    .replace(/^(\+|00)358\s*\(0\)/, '$1358');
}

/** What is one thing although it has spaces in it: a date, a phone number, an identity code half typed. */
function wholeTerms(typed: string, today: string): string[] | null {
  const half = /^\d{6}[+\-A-FU-Y]\d{0,3}$/i.exec(typed);
  if (half) return [exactly(formatDate(birthDateOfHetu(typed.toUpperCase())))];
  return numberTerms(typed, today);
}

function wordTerms(word: string, today: string): string[] {
  if (word.includes('@')) return [beginning(emailWord(word))];
  return numberTerms(word, today) ?? wordsOf(word).map(beginning);
}

/** Digits with the signs of dates and phone numbers between them; null for other text. */
function numberTerms(typed: string, today: string): string[] | null {
  if (!/^[+\d(][\d\s.()/+-]*$/.test(typed)) return null;
  const dates = dateForms(typed, today).map(exactly);
  const dotted = typed.replace(/\s/g, '');
  if (/^\d{1,2}\.(\d{0,2}|\d{1,2}\.\d{0,4})$/.test(dotted)) {
    return [anyOf([...dates, beginning(dotted.replace(/(^|\.)0+(?=\d)/g, '$1'))])];
  }
  const digits = typed.replace(/\D/g, '');
  if (digits === '') return [];
  const abroad = /^00[1-9]/.test(digits) ? [beginning(digits.slice(2))] : [];
  return [anyOf([...dates, beginning(digits), ...abroad])];
}

/** A year of two digits may be of this century or of the last: a customer of 102 years is found too. */
function dateForms(typed: string, today: string): string[] {
  const date = parseDate(typed, today, 'past');
  if (!date.ok) return [];
  const year = Number(date.value.slice(0, 4));
  const twoDigits = !typed.includes(String(year));
  const earlier = `${year - 100}${date.value.slice(4)}`;
  return (twoDigits ? [date.value, earlier] : [date.value]).map(formatDate);
}

const exactly = (word: string) => `"${word}"`;
const beginning = (word: string) => `"${word}"*`;
const anyOf = (terms: string[]) => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`);
