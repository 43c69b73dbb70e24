/** `24` → 24, empty → null (until withdrawn), anything else → undefined. 1–120 calendar months. */
export function parseMonths(text: string): number | null | undefined {
  const digits = text.trim();
  if (digits === '') return null;
  if (!/^\d{1,3}$/.test(digits)) return undefined;
  const months = Number(digits);
  return months >= 1 && months <= 120 ? months : undefined;
}
