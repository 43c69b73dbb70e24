import { type Protocol, protocol } from 'electron';
import { type ContentFile, readContentFile } from './content-files.ts';
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

/**
 * Serves the page's own files and nothing else of the disk; every answer carries the security headers.
 * @param firstFile the path of the file that stands for the page itself at the moment
 */
export function servePage(sessionProtocol: Protocol, folder: string, firstFile: () => string): void {
  sessionProtocol.handle(scheme, ({ url, method }) => {
    const file = method === 'GET' ? fileAt(url, folder, firstFile) : null;
    if (file === null) return notFound(pageHeaders);
    return new Response(file.bytes, { headers: { 'Content-Type': file.type, ...pageHeaders } });
  });
}

function fileAt(url: string, folder: string, firstFile: () => string): ContentFile | null {
  if (url === emptyAddress) return { type: 'text/html', bytes: new Uint8Array() };
  const { host, pathname } = new URL(url);
  if (host !== 'vastaanotto') return null;
  return readContentFile(folder, pathname === '/index.html' ? firstFile() : pathname);
}
