/**
 * What was typed into the search before a new customer was opened, on its way to the form. Kept here and not in
 * the address: an address holds no personal data. A lock throws the page away, and this with it.
 */
let waiting = '';

export function leaveTyped(text: string): void {
  waiting = text;
}

/** Takes it once: the next new customer starts empty. */
export function takeTyped(): string {
  const text = waiting;
  waiting = '';
  return text;
}
