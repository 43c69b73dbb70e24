/** Markup that is safe to put into a document as it is. */
export interface Markup {
  readonly markup: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Builds markup for print. Every value is escaped unless it is markup itself, so that nothing a customer is
 * called can become a tag; arrays are joined, null and undefined are nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const markup = parts.map((part, index) => (index === 0 ? part : render(values[index - 1]) + part)).join('');
  return { markup };
}

function render(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  if (typeof value === 'object' && 'markup' in value) return String(value.markup);
  return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
