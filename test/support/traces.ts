import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What must be found nowhere, each under the name that a failing test shows instead of it. */
export type Secrets = Readonly<Record<string, string>>;

/** Looks through every file below the folders, as text of any encoding, as hex and as base64, in any mix of case. */
export async function tracesInFiles(folders: readonly string[], secrets: Secrets): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      found.push(...tracesIn(await readFile(file), secrets).map((name) => `${name} in ${file}`));
      found.push(...tracesIn(Buffer.from(entry.name), secrets).map((name) => `${name} as name of ${file}`));
    }
  }
  return found;
}

/** Looks at the command lines and environments of running processes (Linux). */
export async function tracesInProcesses(pids: readonly number[], secrets: Secrets): Promise<string[]> {
  const found: string[] = [];
  for (const pid of pids) {
    for (const part of ['cmdline', 'environ']) {
      const text = await readFile(`/proc/${pid}/${part}`).catch(() => Buffer.alloc(0));
      found.push(...tracesIn(text, secrets).map((name) => `${name} in the ${part} of ${pid}`));
    }
  }
  return found;
}

/** Looks through texts, such as titles and answers. */
export function tracesInTexts(texts: readonly string[], secrets: Secrets): string[] {
  return texts.flatMap((text) => tracesIn(Buffer.from(text), secrets).map((name) => `${name} in a text`));
}

function tracesIn(bytes: Buffer, secrets: Secrets): string[] {
  const text = lowered(bytes);
  return Object.entries(secrets)
    .filter(([, secret]) => writings(secret).some((writing) => text.includes(writing)))
    .map(([name]) => name);
}

/** One character for each byte, so that any bytes at all can be searched as text. */
function lowered(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}

function writings(secret: string): string[] {
  const forms = [secret, secret.toLowerCase(), secret.toUpperCase()];
  const texts = forms.flatMap((form) =>
    (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(form, encoding)),
  );
  return texts.flatMap((bytes) => [
    lowered(bytes),
    bytes.toString('hex'),
    ...[0, 1, 2].map((start) => base64Within(bytes, start).toLowerCase()),
  ]);
}

/** The part of a longer text's base64 that these bytes alone decide, when they begin at byte `start` of a triple. */
function base64Within(bytes: Buffer, start: number): string {
  const whole = Buffer.concat([Buffer.alloc(start), bytes]);
  return whole.toString('base64').slice(Math.ceil((start * 8) / 6), Math.floor((whole.length * 8) / 6));
}
