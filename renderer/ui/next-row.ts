/** The row that a key moves to from `index` of `count` rows, or null when the key does not move or there is nowhere to go. */
export function nextRow(key: string, index: number, count: number): number | null {
  const wanted = wantedRow(key, index, count);
  return wanted === null || wanted === index || wanted < 0 || wanted >= count ? null : wanted;
}

function wantedRow(key: string, index: number, count: number): number | null {
  if (key === 'ArrowDown') return index + 1;
  if (key === 'ArrowUp') return index - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
