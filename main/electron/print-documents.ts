import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { readContentFile } from './content-files.ts';
import { printHeaders } from './content-policy.ts';
import { notFound } from './protocol.ts';

const origin = 'app://print';

/** The fonts of the page, under the family names that `renderer/theme` gives them. */
const families = [
  ['Atkinson Next', 'atkinson-hyperlegible-next'],
  ['Atkinson Mono', 'atkinson-hyperlegible-mono'],
] as const;

/** Serves one document from memory, and the page's fonts: `<link rel="stylesheet" href="/fonts.css">`. */
export function servePrintDocument(protocol: Protocol, html: string, pageFolder: string): string {
  const address = `${origin}/${randomUUID()}`;
  protocol.handle('app', async ({ url }) => {
    if (url === address) return answer('text/html; charset=utf-8', html);
    if (url === `${origin}/fonts.css`)
      return answer('text/css', await fontStyles(join(pageFolder, 'assets')));
    return notFound(printHeaders);
  });
  return address;
}

/** The build adds a hash to each font's name, so the names are looked up. */
async function fontStyles(folder: string): Promise<string> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.woff2'));
  const faces = families.flatMap(([family, start]) =>
    files.filter((file) => file.startsWith(start)).map((file) => fontFace(family, folder, file)),
  );
  return (await Promise.all(faces)).join('\n');
}

/**
 * The font itself stands in the rule: one that had to be fetched could arrive after the printing, and until
 * then the text would be invisible.
 */
async function fontFace(family: string, folder: string, file: string): Promise<string> {
  const font = readContentFile(folder, `/${file}`);
  if (font === null) return '';
  const source = `data:${font.type};base64,${Buffer.from(font.bytes).toString('base64')}`;
  const range = file.includes('-latin-ext-') ? 'unicode-range:U+0100-02FF,U+1E00-1EFF;' : '';
  return `@font-face{font-family:"${family}";font-weight:200 800;${range}src:url("${source}") format("woff2")}`;
}

function answer(type: string, body: string): Response {
  return new Response(body, { headers: { 'Content-Type': type, ...printHeaders } });
}
