import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Protocol } from 'electron';
import { printHeaders } from './content-policy.ts';
import { fontStyles } from './print-fonts.ts';
import { notFound } from './protocol.ts';

const origin = 'app://print';

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

function answer(type: string, body: string): Response {
  return new Response(body, { headers: { 'Content-Type': type, ...printHeaders } });
}
