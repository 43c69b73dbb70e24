import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

/** What depends on the colours: in the second theme everything else is as it was in the first. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** What axe finds on the screen in either theme, as short sentences; nothing is what a test expects. */
export async function axeProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await coloursSettled(page);
    await keepPicture(page, colorScheme);
    const found = await problemsIn(page, colorScheme === 'light' ? undefined : rulesOfColours);
    problems.push(...found.map((problem) => `${colorScheme} ${problem}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return problems;
}

/** The background of a button fades into the other theme while its text is there at once: axe would measure a colour between. */
async function coloursSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(({ finished }) => finished));
  });
}

const kept = new Map<string, number>();

/** With `VASTAANOTTO_PICTURES=DIR`, what stands on the screen, named after the test and in the order of its checks. */
async function keepPicture(page: Page, colorScheme: string): Promise<void> {
  const folder = process.env.VASTAANOTTO_PICTURES;
  if (!folder) return;
  const test = (expect.getState().currentTestName ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(-120);
  const turn = (kept.get(test + colorScheme) ?? 0) + 1;
  kept.set(test + colorScheme, turn);
  await page.screenshot({ path: join(folder, `${test}-${turn}-${colorScheme}.png`) });
}

/** @param rules all of axe's own choice when they are left out */
async function problemsIn(page: Page, rules?: readonly string[]): Promise<string[]> {
  // The legacy mode runs in the page itself: Electron lets no test open another one.
  // What react-aria has said aloud stays there for seconds, also when the button that names it has gone meanwhile.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-live-announcer]');
  if (rules) builder.withRules([...rules]);
  const { violations, passes } = await builder.analyze();
  const hasMeasuredContrast = [...violations, ...passes].some(({ id }) => id === 'color-contrast');
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    ),
    ...(hasMeasuredContrast ? [] : ['the contrast of no text was measured']),
  ];
}
