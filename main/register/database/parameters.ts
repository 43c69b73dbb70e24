import type { Parameter } from './driver.ts';

const textsAndComments = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Counts the `?` placeholders of one statement.
 * @throws TypeError for numbered or named placeholders, which the register does not use
 */
export function countPlaceholders(sql: string): number {
  const code = sql.replace(textsAndComments, ' ');
  if (/\?\d|[:@$][A-Za-z_]/.test(code)) throw new TypeError('Only plain ? placeholders are allowed in SQL');
  return code.split('?').length - 1;
}

/**
 * Checks and converts the parameters of one statement; booleans become 0 and 1.
 * @throws TypeError naming the position and the type, never the value, of one that the binding would change
 */
export function bindable(parameters: readonly unknown[], expected: number): Parameter[] {
  if (parameters.length !== expected) {
    throw new TypeError(`The statement takes ${expected} parameters and got ${parameters.length}`);
  }
  return Array.from(parameters, (value, index) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string' || value === null || Buffer.isBuffer(value)) return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new TypeError(`Parameter ${index + 1} cannot be stored: it is ${describe(value)}`);
  });
}

function describe(value: unknown): string {
  if (typeof value === 'number') return 'not a finite number';
  return typeof value === 'object' ? 'an object' : `of type ${typeof value}`;
}
