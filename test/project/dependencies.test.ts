import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { trials } from '../../scripts/addons.mjs';

interface Entry {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  optional?: boolean;
  dev?: boolean;
  devOptional?: boolean;
  hasInstallScript?: boolean;
}

const projectFolder = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(projectFolder, file), 'utf8');
const page = read('docs/dependencies.md');
const declared: Record<string, string> = JSON.parse(read('package.json')).dependencies;
const locked = Object.entries<Entry>(JSON.parse(read('package-lock.json')).packages)
  .filter(([folder]) => folder !== '')
  .map(([folder, entry]) => ({ ...entry, name: folder.split('node_modules/').at(-1) ?? '' }));
const shipped = locked.filter(({ dev, devOptional }) => !dev && !devOptional);

/** The cells of each row of the table below a heading, without the table's own head. */
function tableBelow(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const named = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

describe('the page of dependencies', () => {
  test('has every production package with its version, licence, reason and reach, and no other', () => {
    const listed = tableBelow('Production').map(([name, version, license]) => [
      named(name)[0],
      version,
      license,
    ]);
    const wanted = Object.keys(declared).map((name) => {
      const found = shipped.find((entry) => entry.name === name);
      return [name, declared[name], found?.license];
    });
    expect(listed.sort()).toEqual(wanted.sort());
    for (const row of tableBelow('Production')) expect(row.filter((cell) => cell === '')).toEqual([]);
  });

  test('has every package that comes with them, under its licence', () => {
    const listed = tableBelow('What comes with them').flatMap(([license, names]) =>
      named(names).map((name) => `${name} ${license}`),
    );
    const wanted = shipped.filter(({ name }) => !(name in declared));
    expect(listed.sort()).toEqual(wanted.map(({ name, license }) => `${name} ${license}`).sort());
  });

  test('has every package that would run code at installation, and allows those that scripts/addons.mjs builds', () => {
    const listed = tableBelow('Code that runs at installation').map(([name, allowed]) => [
      named(name)[0],
      allowed,
    ]);
    const wanted = locked
      .filter(({ hasInstallScript }) => hasInstallScript)
      .map(({ name }) => [name, name in trials ? 'yes' : 'no']);
    expect(listed.sort()).toEqual(wanted.sort());
  });
});

describe('an installation', () => {
  test('runs no code of a package by itself', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  test('takes exact versions only', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('is checked against a checksum for everything but optional binaries of development tools', () => {
    const unchecked = locked.filter(({ integrity }) => integrity === undefined);
    const strange = unchecked.filter(
      ({ name, optional, dev }) => !(optional && dev && /^@(biomejs\/cli|oxc-parser\/binding)-/.test(name)),
    );
    expect(strange).toEqual([]);
    expect(page).toContain(`There are ${unchecked.length}, `);
  });

  test('takes SHA-512, and nothing from anywhere but a registry', () => {
    const weak = locked.filter(
      ({ integrity }) => integrity !== undefined && !integrity.startsWith('sha512-'),
    );
    const elsewhere = locked.filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://'),
    );
    expect([...weak, ...elsewhere].map(({ name }) => name)).toEqual([]);
  });
});
