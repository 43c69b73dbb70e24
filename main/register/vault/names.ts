/**
 * The form in which names are compared: two people whose names differ only by case, width, accents' encoding or
 * spaces could not be told apart at sign-in. Upper and then lower case stands in for full case folding (ß, ſ).
 */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
}

/** A name as it is kept: outer and doubled spaces dropped. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
