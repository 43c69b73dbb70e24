import { AppError } from '#shared/rpc/fault.ts';

const maxDepth = 12;
const maxNodes = 20_000;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Half of a surrogate pair has no UTF-8 form and would come back as another character; what SQL functions do with a
 * text that holds U+0000 is undefined (sqlite.org/nulinstr.html).
 */
const unstorable = /\p{Surrogate}|\0/u;

/**
 * Refuses input that no form of ours makes before any schema works on it: deep nesting, very many values,
 * keys that reach for prototypes, texts that cannot be stored as they are, anything that is not plain JSON.
 * @throws AppError `invalid-input`
 */
export function refuseStrangeInput(input: unknown): void {
  let nodes = 0;
  const walk = (value: unknown, depth: number): void => {
    nodes += 1;
    if (depth > maxDepth || nodes > maxNodes) refuse();
    if (Array.isArray(value)) {
      for (const item of value) walk(item, depth + 1);
    } else if (typeof value === 'object' && value !== null) {
      const prototype = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null) refuse();
      for (const key of Object.keys(value)) {
        if (forbiddenKeys.has(key)) refuse();
        walk((value as Record<string, unknown>)[key], depth + 1);
      }
    } else if (typeof value === 'string') {
      if (unstorable.test(value)) refuse();
    } else if (typeof value === 'number' ? !Number.isFinite(value) : isNotJson(value)) {
      refuse();
    }
  };
  walk(input, 0);
}

function isNotJson(value: unknown): boolean {
  return value !== null && typeof value !== 'boolean';
}

function refuse(): never {
  throw new AppError({ kind: 'invalid-input', fields: { '': 'invalid' } });
}
