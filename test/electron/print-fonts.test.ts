import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fontStyles } from '#main/electron/print-fonts.ts';
import { customerSheet } from '#main/register/paper.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vastaanotto-print-'));
  for (const name of ['overpass-latin-wght-normal-a', 'atkinson-hyperlegible-next-latin-wght-normal-b']) {
    await writeFile(join(folder, `${name}.woff2`), name);
  }
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the figures of a printed document have no slashed zero: they are those of the screen', async () => {
  const [figures] = (await fontStyles(folder)).split('\n');
  const data = Buffer.from('overpass-latin-wght-normal-a').toString('base64');
  expect(figures).toContain('font-family:"Plain Figures"');
  expect(figures).toContain(data);
  const theme = await readFile('renderer/theme/fonts.css', 'utf8');
  const onScreen = theme.slice(theme.indexOf('font-family: "Plain Figures"'));
  for (const limit of ['size-adjust: 96%', 'unicode-range: U+0030-0039']) {
    expect(onScreen).toContain(limit);
    expect(figures).toContain(limit.replace(': ', ':'));
  }
});

test('a sheet for the customer asks for those figures before the face of its letters', () => {
  const text = { markup: '' };
  const clinic = {
    name: 'Mallilan Hoitohuone Oy',
    businessId: '9999999-2',
    street: 'Esimerkkitie 12',
    postalCode: '13100',
    city: 'Hämeenlinna',
    phone: '+358190000100',
    email: 'toimisto@mallila.example',
    dataContact: 'Marja Esimäki',
  };
  const sheet = customerSheet({ language: 'fi', title: 'Kuitti 1', clinic, content: text, styles: text });
  expect(sheet).toMatch(/body\{font:[^;]*"Plain Figures","Atkinson Next"/);
});
