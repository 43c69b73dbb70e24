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

/** Serves one document from memory, once, and the page's fonts: `<link rel="stylesheet" href="/fonts.css">`. */
export function servePrintDocument(protocol: Protocol, html: string, pageFolder: string): string {
  const token = `/${randomUUID()}`;
  let document: string | null = html;
  protocol.handle('app', async ({ url }) => {
    const { host, pathname } = new URL(url);
    if (host !== 'print') return notFound(printHeaders);
    if (pathname === '/fonts.css') return answer('text/css', await fontStyles(pageFolder));
    if (pathname !== token || document === null) return fontFile(pageFolder, pathname);
    const body = document;
    document = null;
    return answer('text/html; charset=utf-8', body);
  });
  return `${origin}${token}`;
}

async function fontFile(pageFolder: string, pathname: string): Promise<Response> {
  const file = pathname.endsWith('.woff2')
    ? await readContentFile(join(pageFolder, 'assets'), pathname)
    : null;
  return file === null ? notFound(printHeaders) : answer(file.type, file.bytes);
}

/** The build adds a hash to each font's name, so the names are looked up. */
async function fontStyles(pageFolder: string): Promise<string> {
  const files = await readdir(join(pageFolder, 'assets')).catch(() => []);
  const faces = families.flatMap(([family, start]) =>
    files
      .filter((file) => file.startsWith(start) && file.endsWith('.woff2'))
      .map((file) => fontFace(family, file)),
  );
  return faces.join('\n');
}

function fontFace(family: string, file: string): string {
  // Without the ranges of the page's own styles: the latin file is taken first, the extension fills its gaps.
  const range = file.includes('-latin-ext-') ? 'unicode-range:U+0100-02FF,U+1E00-1EFF;' : '';
  return `@font-face{font-family:"${family}";font-weight:200 800;${range}src:url("/${file}") format("woff2")}`;
}

function answer(type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { 'Content-Type': type, ...printHeaders } });
}
