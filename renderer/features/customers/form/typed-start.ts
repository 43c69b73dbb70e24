/**
 * What was typed into the search before a new customer was opened, on its way to the form. Kept here and not in
 * the address: an address holds no personal data. A lock throws the page away, and this with it.
 */
let waiting = '';

/** Empty when the form has taken it: the next new customer starts empty. */
export function leaveTyped(text: string): void {
  waiting = text;
}

export function typedBefore(): string {
  return waiting;
}
