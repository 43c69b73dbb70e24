import { readFileSync, realpathSync } from 'node:fs';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Names that the build makes. No percent sign and no leading dot, so nothing is decoded and nothing climbs. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

export interface ContentFile {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The file that a URL's path names below `folder`, or null; symbolic links are not followed. Read at once: the files
 * are small, and each step aside would wait behind everything else that a starting program does.
 */
export function readContentFile(folder: string, pathname: string): ContentFile | null {
  const type = types[extname(pathname)];
  if (type === undefined || !plainPath.test(pathname)) return null;
  try {
    const root = realpathSync(folder);
    const wanted = join(root, ...pathname.split('/'));
    if (realpathSync(wanted) !== wanted) return null;
    return { type, bytes: new Uint8Array(readFileSync(wanted)) };
  } catch {
    return null;
  }
}
