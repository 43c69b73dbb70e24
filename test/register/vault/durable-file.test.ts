import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFile, readSmallFile, replaceFile } from '#main/register/vault/durable-file.ts';
import { vaultFolder } from '#test/support/vault.ts';

const text = (path: string) => readFile(path, 'utf8');

/** What reaches the disk for certain, as sizes: a folder counts as 0. */
async function watchSyncs(folder: string): Promise<number[]> {
  const synced: number[] = [];
  const handle = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  const { sync } = prototype;
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: typeof handle) {
    const stat = await this.stat();
    synced.push(stat.isDirectory() ? 0 : stat.size);
    await sync.call(this);
  });
  onTestFinished(() => spy.mockRestore());
  return synced;
}

test('a replaced file is on the disk before it takes the name, and the name is, too', async () => {
  const folder = await vaultFolder();
  const synced = await watchSyncs(folder);
  await replaceFile(join(folder, 'file'), Buffer.from('12345'));
  expect(synced).toEqual(process.platform === 'win32' ? [5] : [5, 0]);
  expect(await readdir(folder)).toEqual(['file']);
});

test('so is a created one, and it never replaces another', async () => {
  const folder = await vaultFolder();
  const path = join(folder, 'file');
  const synced = await watchSyncs(folder);
  await createFile(path, Buffer.from('first'));
  expect(synced).toEqual(process.platform === 'win32' ? [5] : [5, 0]);
  await expect(createFile(path, Buffer.from('second'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(await text(path)).toBe('first');
  expect(await readdir(folder)).toEqual(['file']);
});

test('what a kill left of a temporary file is in nobody’s way', async () => {
  const path = join(await vaultFolder(), 'file');
  await writeFile(`${path}.new`, 'a much longer rest of an earlier try');
  await replaceFile(path, Buffer.from('new'));
  expect(await text(path)).toBe('new');
});

test('reading tells a missing, an oversized and a strange file apart', async () => {
  const folder = await vaultFolder();
  await writeFile(join(folder, 'file'), '12345');
  expect(await readSmallFile(join(folder, 'file'), 5)).toEqual(Buffer.from('12345'));
  expect(await readSmallFile(join(folder, 'file'), 4)).toBe('oversized');
  expect(await readSmallFile(join(folder, 'nothing'), 5)).toBe('missing');
  expect(await readSmallFile(folder, 5)).toBe('not-a-file');
});
