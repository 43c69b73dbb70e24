import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { writeFileAtomically } from '#main/electron/atomic-file.ts';
import { SettingsFile } from '#main/electron/settings-file.ts';

const schema = z.strictObject({ zoom: z.number().max(2) });

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file is replaced whole and only its owner can read it', async () => {
  const file = join(folder, 'report.zip');
  await writeFile(file, 'old and longer');
  await writeFileAtomically(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a file that cannot take its place leaves nothing behind', async () => {
  await expect(writeFileAtomically(folder, 'x')).rejects.toThrow();
  await expect(writeFileAtomically(join(folder, 'missing', 'a'), 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
  expect((await readdir(join(folder, '..'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('settings are there again at the next start', async () => {
  const file = join(folder, 'new', 'window.json');
  const settings = await SettingsFile.open(file, schema, { zoom: 1 });
  await Promise.all([settings.save({ zoom: 1.5 }), settings.save({ zoom: 2 })]);
  expect((await SettingsFile.open(file, schema, { zoom: 1 })).value).toEqual({ zoom: 2 });
});

test.each(['', '{', '{"zoom":3}', '{"zoom":1,"more":1}'])(
  'settings that read %j start anew',
  async (text) => {
    const file = join(folder, 'window.json');
    await writeFile(file, text);
    expect((await SettingsFile.open(file, schema, { zoom: 1 })).value).toEqual({ zoom: 1 });
  },
);
