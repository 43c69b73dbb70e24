import { type Protocol, protocol } from 'electron';
import { readContentFile } from './content-files.ts';
import { type Headers, pageHeaders } from './content-policy.ts';

const scheme = 'app';
export const pageAddress = `${scheme}://vastaanotto/index.html`;
/** An empty page of another origin: going there and back gives the page a new process and a new memory. */
export const emptyAddress = `${scheme}://empty/`;

/** Must run before the app is ready. Without `supportFetchAPI` the page cannot read its files as data. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

export function notFound(headers: Headers): Response {
  return new Response(null, { status: 404, headers });
}

/** Serves the page's own files and nothing else of the disk; every answer carries the security headers. */
export function servePage(sessionProtocol: Protocol, folder: string): void {
  sessionProtocol.handle(scheme, async ({ url, method }) => {
    if (method !== 'GET') return notFound(pageHeaders);
    if (url === emptyAddress)
      return new Response('', { headers: { 'Content-Type': 'text/html', ...pageHeaders } });
    const { host, pathname } = new URL(url);
    const file = host === 'vastaanotto' ? readContentFile(folder, pathname) : null;
    if (file === null) return notFound(pageHeaders);
    return new Response(file.bytes, { headers: { 'Content-Type': file.type, ...pageHeaders } });
  });
}
