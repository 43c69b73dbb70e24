/** Two different groups of the nine, in order. */
export function twoGroups(): readonly [number, number] {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  const a = first % 9;
  const b = (a + 1 + (second % 8)) % 9;
  return [Math.min(a, b) + 1, Math.max(a, b) + 1];
}
