/**
 * One record of RFC 4180, with CRLF. Every field is quoted. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it (OWASP, CSV Injection: `=`, `+`, `-`, `@`, tab, carriage return, and their full-width forms).
 */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

/** Spreadsheets read a file as UTF-8 only when it begins with this. */
export const byteOrderMark = '\uFEFF';

function csvField(text: string): string {
  const safe = /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
