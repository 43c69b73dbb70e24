import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const projectFolder = join(import.meta.dirname, '../..');
const page = readFileSync(join(projectFolder, 'docs/promises.md'), 'utf8');

/** Every `file`: name of a test, as they stand in the second cell of each row. */
const named = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Line'))
  .map((line) => line.split(' | ').slice(1).join(' | ').replace(/ \|$/, '').split('<br>'));

test('each promise names the tests that hold it, and each of them is there', () => {
  expect(named.length).toBeGreaterThan(80);
  const missing = named.flat().filter((entry) => {
    const [, file = '', name = ''] = /^`([^`]+)`: (.+)$/.exec(entry) ?? [];
    const path = join(projectFolder, file);
    return name === '' || !existsSync(path) || !readFileSync(path, 'utf8').includes(name);
  });
  expect(missing).toEqual([]);
});
