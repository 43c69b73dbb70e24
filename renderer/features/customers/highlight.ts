import { formatDate, parseDate } from '#shared/values/dates.ts';
import { fold } from '#shared/values/names.ts';

/** A stretch of a text, found by the search or not. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Splits a name by the beginnings of its words that the typed words found, whatever their accents. */
export function findWords(text: string, typed: string): Piece[] {
  const words = fold(typed).match(/[\p{L}\p{N}]+/gu);
  if (!words) return pieces(text, new Set());
  const letters = foldedLetters(text);
  const folded = letters.map(({ letter }) => letter).join('');
  const starts = wordStarts(folded);
  const found = new Set<number>();
  for (const word of words) {
    for (const start of starts) {
      if (!folded.startsWith(word, start)) continue;
      for (let at = start; at < start + word.length; at += 1) found.add(letters[at]?.from ?? -1);
    }
  }
  return pieces(text, found);
}

const shortestNumber = 2;

/** Splits a number written in groups by the first place where the typed digits stand in it. */
export function findDigits(text: string, typed: string): Piece[] {
  const wanted = /^[\d\s()+\-.,/]+$/.test(typed) ? atHome(typed).replace(/\D/g, '') : '';
  const places = [...text].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const start = places
    .map((at) => text.charAt(at))
    .join('')
    .indexOf(wanted);
  if (wanted.length < shortestNumber || start < 0) return [{ text, isFound: false }];
  const [from = 0, to = 0] = [places[start], places[start + wanted.length - 1]];
  return pieces(text, new Set(Array.from({ length: to - from + 1 }, (_, index) => from + index)));
}

/** A Finnish number as lists show it, whatever country code was typed before it. */
function atHome(typed: string): string {
  return typed.trim().replace(/^(?:\+|00)358\s*(?:\(0\))?/, '0');
}

/**
 * Splits a birth date (`YYYY-MM-DD`), as lists show it, by what was typed of it: its beginning, or the whole of it in any
 * form that is read as that date.
 */
export function findDate(birthDate: string, typed: string, today: string): Piece[] {
  const text = formatDate(birthDate);
  const dotted = typed
    .replace(/\s/g, '')
    .replace(/,/g, '.')
    .replace(/(^|\.)0+(?=\d)/g, '$1');
  const isBeginning = /^\d{1,2}\.[\d.]*$/.test(dotted) && text.startsWith(dotted);
  const length = isBeginning ? dotted.length : isDate(birthDate, typed, today) ? text.length : 0;
  return pieces(text, new Set(Array.from({ length }, (_, index) => index)));
}

/** A year of two digits may be of this century or of the last, as the search reads it. */
function isDate(date: string, typed: string, today: string): boolean {
  const read = parseDate(typed, today, 'past');
  if (!read.ok) return false;
  const from = typed.includes(read.value.slice(0, 4)) ? 0 : 2;
  return read.value.slice(from) === date.slice(from);
}

/** Each letter of the folded text with the place of the character that it came from. */
function foldedLetters(text: string): { letter: string; from: number }[] {
  let from = 0;
  return [...text].flatMap((character) => {
    const place = from;
    from += character.length;
    return [...(isAscii(character) ? character.toLowerCase() : fold(character))].map((letter) => ({
      letter,
      from: place,
    }));
  });
}

/** Most letters are, and need none of the rules for the others: a list has a thousand of them. */
function isAscii(character: string): boolean {
  return character < '\u0080';
}

function wordStarts(folded: string): number[] {
  return [...folded.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => index);
}

function pieces(text: string, found: ReadonlySet<number>): Piece[] {
  const result: { text: string; isFound: boolean }[] = [];
  let at = 0;
  for (const character of text) {
    const isMark = !isAscii(character) && /\p{M}/u.test(character);
    const last = result.at(-1);
    const isFound = isMark && last ? last.isFound : found.has(at);
    if (last?.isFound === isFound) last.text += character;
    else result.push({ text: character, isFound });
    at += character.length;
  }
  return result;
}
