/** A key as written on the screen: `F4`, `Ctrl+Enter`, `Alt+1`, `Esc`, `7`, `S`. */
interface KeyName {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

const domNames: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Space: ' ',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
};

function parse(name: string): KeyName {
  const parts = keycaps(name);
  const key = parts.at(-1) ?? '';
  return {
    key: (domNames[key] ?? key).toLowerCase(),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
  };
}

/** The keycaps to draw: `Ctrl+Enter` → `['Ctrl', 'Enter']`. */
export function keycaps(name: string): string[] {
  return name === '+' ? [name] : name.split('+');
}

/**
 * With Alt or Ctrl held some layouts give another character, so digits are then read from the key's place; alone
 * the key is what it writes, such as the `%` above the 5.
 */
function keyOf({ key, code, ctrlKey, altKey, metaKey }: KeyboardEvent): string {
  const isChord = ctrlKey || altKey || metaKey;
  const digit = isChord ? /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] : undefined;
  return (digit ?? key).toLowerCase();
}

export function isKey(event: KeyboardEvent, name: string): boolean {
  const wanted = parse(name);
  return (
    keyOf(event) === wanted.key &&
    (event.ctrlKey || event.metaKey) === wanted.ctrl &&
    event.altKey === wanted.alt &&
    (event.shiftKey === wanted.shift || isSign(wanted.key))
  );
}

/** Where signs such as `+` lie differs by layout, and whether they take Shift. */
function isSign(key: string): boolean {
  return /^[^\p{L}\p{N}\s]$/u.test(key);
}

/** Keys that mean something to a field or a list that has the focus: they act only where nothing else took them. */
export function isPlainKey(name: string): boolean {
  return !/^F\d+$/.test(name) && !name.includes('Ctrl+') && !name.includes('Alt+');
}

/** Characters, Enter and Ctrl+Z belong to the field that is being written in. */
export function belongsToFields(name: string): boolean {
  return ['Ctrl+Z', 'Space', 'Enter'].includes(name) || (isPlainKey(name) && name.length === 1);
}

/** Where on the key bar: F keys by number, then chords, then Esc; the list of all keys is the last. */
export function barOrder(name: string): number {
  if (name === 'F1') return 1000;
  if (name === 'Esc') return 900;
  const number = /^F(\d+)$/.exec(name)?.[1];
  return number === undefined ? 100 : Number(number);
}
