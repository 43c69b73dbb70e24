import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LaunchedApp, launchApp, launchArguments } from '../support/app.ts';
import { closedBoxTests } from '../support/closed-box.ts';
import { runAppToItsEnd } from '../support/other-app.ts';

let launched: LaunchedApp;

beforeAll(async () => {
  launched = await launchApp({ triesForbidden: true });
});

afterAll(() => launched?.close());

closedBoxTests(() => launched);

test('a second start on the same data ends at once and brings the first window to the front', async () => {
  const { app, dataDir } = launched;
  await app.evaluate(({ app: program }) => {
    const counter = globalThis as unknown as { secondStarts: number };
    counter.secondStarts = 0;
    program.on('second-instance', () => counter.secondStarts++);
  });
  expect(await runAppToItsEnd(launchArguments(dataDir))).toBe(0);
  const secondStarts = await app.evaluate(
    () => (globalThis as unknown as { secondStarts: number }).secondStarts,
  );
  expect(secondStarts).toBe(1);
  expect(await launched.page.evaluate(() => document.visibilityState)).toBe('visible');
});
