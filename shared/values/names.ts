/** Letters of the Finnish alphabet that come after z, as three characters that do so in ASCII. */
const afterZ: Readonly<Record<string, string>> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };
/** Letters that Finnish collation (CLDR `fi`) files under another one, beyond what dropping marks does. */
const filedUnder: Readonly<Record<string, string>> = { ü: 'y', đ: 'd', ð: 'd', ł: 'l', ŋ: 'n', ß: 'ss' };

/**
 * The order of a Finnish phone book (å ä ö after z; case and other accents make no difference) as a text whose
 * binary order is that order, so that the register can keep it in an index.
 */
function sortKey(text: string): string {
  return [...text.toLowerCase().normalize('NFC')]
    .map((letter) => afterZ[letter] ?? filedUnder[letter] ?? withoutMarks(letter))
    .join('');
}

function withoutMarks(letter: string): string {
  return letter.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Sort key of a person: all of one last name come before any longer last name. */
export function nameSortKey(person: { lastName: string; firstNames: string }): string {
  return `${sortKey(person.lastName)}\u0001${sortKey(person.firstNames)}`;
}

/** Name order as in a Finnish phone book. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `Mallikas Aino Helena`: the order of every list of people. */
export function listName(person: { lastName: string; firstNames: string }): string {
  return `${person.lastName} ${person.firstNames}`;
}

/**
 * The form in which words are searched: lower case, no diacritics, so that Mäkinen, Makinen and MÄKINEN are
 * one. Å becomes a, ø o, ß ss.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
