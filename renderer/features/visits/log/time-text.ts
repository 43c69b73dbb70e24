const forms = [
  /^(?<hour>\d{1,2})[.:](?<minute>\d{2})$/,
  /^(?<hour>\d{1,2})(?<minute>\d{2})$/,
  /^(?<hour>\d{1,2})$/,
];

/** Reads a time of day as people type it (`14.30`, `14:30`, `1430`, `9`) into `HH:MM`; null when it is none. */
export function parseTime(text: string): string | null {
  for (const form of forms) {
    const parts = form.exec(text.trim())?.groups;
    if (!parts) continue;
    const hour = Number(parts.hour);
    const minute = Number(parts.minute ?? 0);
    if (hour > 23 || minute > 59) return null;
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  }
  return null;
}

/** `09:05` → `9.05`; anything that is not `HH:MM` stays as it was typed. */
export function timeText(time: string): string {
  const parts = /^(?<hour>\d{2}):(?<minute>\d{2})$/.exec(time)?.groups;
  return parts ? `${Number(parts.hour)}.${parts.minute}` : time;
}
