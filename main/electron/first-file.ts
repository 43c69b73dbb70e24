import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#shared/values/language.ts';
import type { Door } from './door.ts';

/**
 * The file that the page's address stands for: with the cover of the closed door in it where that is what the page
 * will show, so that it is seen before the page's code has been read; else without anything.
 * @param registerFolder what lies in it is not looked at, only whether there is a register
 */
export function firstFile(language: Language, door: Door, registerFolder: string): string {
  const isLogin = door.person === null && door.closed.userId === null;
  return isLogin && existsSync(join(registerFolder, 'vault.json')) ? `/door-${language}.html` : '/index.html';
}
