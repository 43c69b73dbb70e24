const deepest = 12;

/**
 * The one text of a value, for signing and hashing: keys sorted by UTF-16 unit, no white space. A subset of RFC 8785
 * (JSON Canonicalization Scheme), which is exact because fractions are refused.
 * @throws RangeError for anything that JSON would change, and for nesting deeper than any of our files has
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > deepest) throw new RangeError('nested too deeply');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value, depth);
  throw new RangeError(`${typeof value} has no canonical form`);
}

function canonicalObject(value: object, depth: number): string {
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`);
  return `{${entries.join(',')}}`;
}

/** The same as UTF-8 bytes, beginning with what they are for, so that no signature or tag serves another purpose. */
export function canonicalBytes(purpose: string, value: unknown): Buffer {
  return Buffer.from(`vastaanotto/${purpose}/1\n${canonicalJson(value)}`, 'utf8');
}
