/** `25,5`, `25.5 %` → 2550 basis points; null for what is no rate from 0,01 to 100 %. */
export function parsePercent(text: string): number | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!parts) return null;
  const basisPoints = Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
  return basisPoints > 0 && basisPoints <= 10_000 ? basisPoints : null;
}
