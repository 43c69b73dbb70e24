import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { customer } from '../../scripts/tour/people.ts';
import { tour } from '../../scripts/tour/tour.ts';
import type { StepRecord } from '../../scripts/tour/tour-guide.ts';

let out: string;

/** The tour waits for each screen by itself and names the step that fails. */
const tourTimeoutMs = 300_000;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'vastaanotto-main-job-'));
  await tour(out);
}, tourTimeoutMs);

afterAll(() => rm(out, { recursive: true, force: true }));

test('the whole main job is done in one session with the keyboard alone', async () => {
  const steps = JSON.parse(await readFile(join(out, 'tour.json'), 'utf8')) as StepRecord[];
  expect(steps.map(({ name }) => name)).toEqual([
    'Set up: the clinic',
    'Set up: the first person',
    'Set up: the recovery key',
    'Set up: the place of backups',
    'Register a customer',
    'Correct the identity code',
    'Find the customer',
    'Log a visit',
    'Record a consent',
    'Record a prohibition',
    'Log the shortest visit',
    'Edit the customer',
    'Export the report',
    "Look at the card's tabs",
    'Lock',
    'Unlock',
    'Look at the day',
    'Add a person',
    'Verify the audit log',
    'Sign out with a backup',
  ]);
  expect(steps.filter(({ keystrokes }) => keystrokes === 0)).toEqual([]);
  const visit = steps.find(({ name }) => name === 'Log the shortest visit');
  expect(visit?.keystrokes).toBe(9);
});

test('the tour leaves its pictures, the report and the encrypted register', async () => {
  const pictures = await readdir(join(out, 'screenshots'));
  expect(pictures.length).toBeGreaterThan(20);
  expect(pictures.filter((name) => name.includes('failed'))).toEqual([]);
  expect(await readdir(join(out, 'register'))).toContain('vault.json');
  expect(existsSync(join(out, 'report.pdf'))).toBe(true);
  const report = await readFile(join(out, 'report.json'), 'utf8');
  const entered = [customer.hetu, customer.lastName, customer.firstNames, customer.email, customer.street];
  expect(entered.filter((value) => !report.includes(value))).toEqual([]);
});
