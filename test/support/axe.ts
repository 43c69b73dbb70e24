import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds on the screen in either theme, as short sentences; nothing is what a test expects. */
export async function axeProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await coloursSettled(page);
    problems.push(...(await problemsIn(page)).map((problem) => `${colorScheme} ${problem}`));
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

async function problemsIn(page: Page): Promise<string[]> {
  // The legacy mode runs in the page itself: Electron lets no test open another one.
  // What react-aria has said aloud stays there for seconds, also when the button that names it has gone meanwhile.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-live-announcer]');
  const { violations, passes } = await builder.analyze();
  const hasMeasuredContrast = [...violations, ...passes].some(({ id }) => id === 'color-contrast');
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    ),
    ...(hasMeasuredContrast ? [] : ['the contrast of no text was measured']),
  ];
}
