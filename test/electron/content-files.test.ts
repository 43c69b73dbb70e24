import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContentFile } from '#main/electron/content-files.ts';

let parent: string;
let folder: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'vastaanotto-content-'));
  folder = join(parent, 'page');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(parent, 'secret.html'), 'secret');
  await writeFile(join(folder, 'index.html'), 'page');
  await writeFile(join(folder, 'assets/font-a_B-1.woff2'), 'font');
  await writeFile(join(folder, 'notes.txt'), 'no such type');
  await symlink(join(parent, 'secret.html'), join(folder, 'linked.html'));
  await symlink(parent, join(folder, 'up'));
});

afterAll(() => rm(parent, { recursive: true, force: true }));

test('the files of the page are served with their types', async () => {
  const font = readContentFile(folder, '/assets/font-a_B-1.woff2');
  expect(font?.type).toBe('font/woff2');
  expect(Buffer.from(font?.bytes ?? []).toString()).toBe('font');
  expect(readContentFile(folder, '/index.html')?.type).toBe('text/html; charset=utf-8');
});

test.each([
  '/../secret.html',
  '/..%2fsecret.html',
  '/assets/../../secret.html',
  '/%2e%2e/secret.html',
  '/linked.html',
  '/up/secret.html',
  '/up/page/index.html',
  '/assets',
  '/notes.txt',
  '/index.html/',
  '//index.html',
  '/index.html\0.html',
  'index.html',
  '/missing.html',
])('%s is no file of the page', async (path) => {
  expect(readContentFile(folder, path)).toBeNull();
});
