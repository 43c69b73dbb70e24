import type { Page } from 'playwright';
import { uuidv7 } from 'uuidv7';
import { firstNames, nameBeginnings } from '../fiction/words.ts';
import { quantile, type Row, row } from './measure.ts';
import { preparePaintBench } from './paint-bench.ts';
import { bridgeValue } from './signed-in-window.ts';

const wantedKeys = 60;
const warmUp = 6;
const wholeMs = 50;
const frameMs = 1000 / 60;

interface Keystroke {
  readonly key: string;
  /** The customers that the list shows afterwards, from above. */
  readonly ids: readonly string[];
  /** The first letter of a word: it replaces what was typed before. */
  readonly isFirst: boolean;
  /** Whether the list is another one than before the key. */
  readonly changes: boolean;
}

/**
 * From the key event in the page's search box to the frame that shows exactly the customers of the new text,
 * beside a key whose call reads nothing and whose answer is painted in the same way. Only keys that change the
 * list count: nothing could be seen of the others.
 */
export async function keystrokeRow(page: Page): Promise<Row> {
  const keys = await keysToType(page);
  await page.getByRole('combobox').focus();
  await page.evaluate(preparePaintBench);
  const times = { ours: [] as number[], reference: [] as number[] };
  for (const { key, ids, isFirst, changes } of keys) {
    if (isFirst) await page.keyboard.press('Control+a');
    await page.evaluate((expected) => window.paintBench.expectHits(expected), ids);
    await page.keyboard.press(key);
    const ours = await page.evaluate(() => window.paintBench.painted);
    if (!changes) continue;
    times.ours.push(ours);
    await page.evaluate((requestId) => window.paintBench.expectAnswer(requestId), uuidv7());
    await page.keyboard.press('Shift');
    times.reference.push(await page.evaluate(() => window.paintBench.painted));
  }
  return row(
    `key to painted hits in the search box, p95 of ${times.ours.length - warmUp}`,
    {
      ours: quantile(times.ours.slice(warmUp), 0.95),
      reference: quantile(times.reference.slice(warmUp), 0.95),
      against: 'key to the painted answer of a call that reads nothing',
    },
    {
      target: `≤ ${wholeMs} ms and ≤ one frame more`,
      isMet: (ours, reference) => ours <= wholeMs && ours <= reference + frameMs,
    },
  );
}

/** Last names and first names in turns, letter by letter, until enough keys change the list. */
async function keysToType(page: Page): Promise<Keystroke[]> {
  // Playwright presses only keys of a keyboard without ä and ö.
  const words = nameBeginnings
    .flatMap((name, index) => [name, firstNames[index] ?? name])
    .filter((name) => /^[a-z]+$/i.test(name));
  const keys: Keystroke[] = [];
  let before = '';
  for (const word of words.map((name) => name.toLowerCase())) {
    for (const [index, key] of [...word].entries()) {
      const ids = await idsOf(page, word.slice(0, index + 1));
      keys.push({ key, ids, isFirst: index === 0, changes: ids.join() !== before });
      before = ids.join();
      if (keys.filter(({ changes }) => changes).length === wantedKeys + warmUp) return keys;
    }
  }
  return keys;
}

async function idsOf(page: Page, text: string): Promise<string[]> {
  const value = await bridgeValue(page, 'customers', 'search', { text, limit: 50 });
  return (value as { hits: { id: string }[] }).hits.map(({ id }) => id);
}
