/** What a log line must never hold, and what stands in its place. Order matters: the longest shapes first. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-z0-9+/_-]{32,}={0,2}/g, '[key]'],
  [/[^\s@"'<>]+@[^\s@"'<>]+/g, '[e-mail]'],
  [/\b\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]\b/gi, '[hetu]'],
  [/\b(?:[A-Z0-9]{4}-){3,}[A-Z0-9]{2,4}\b/g, '[recovery key]'],
  [/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/](?:home|Users|tmp|root|var)[\\/][^\s:'")]*/g, '[path]'],
  [/\+?\d(?:[ -]?\d){6,}/g, '[number]'],
];

const maxLength = 500;

/** The second line of defence: the first is that log messages are written by us and hold references only. */
export function redact(message: string): string {
  const line = message.replace(/\s+/g, ' ').slice(0, maxLength);
  return shapes.reduce((text, [shape, stand]) => text.replace(shape, stand), line);
}
