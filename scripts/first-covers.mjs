import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './processes.mjs';

const place = '<div id="root"></div>';

/**
 * Writes the page once more for each language, as `door-fi.html` and so on, with the cover of the closed door drawn in
 * it: that is on the screen before any code of the page has been read. Main chooses the file; the code then draws the
 * whole door in its place.
 * @returns {import('vite').Plugin}
 */
export function firstCovers() {
  return {
    name: 'first-covers',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = '' }) {
      const page = readFileSync(path.join(dir, 'index.html'), 'utf8');
      const styles = readFileSync(
        path.join(dir, /href="\.\/(assets\/[^"]+\.css)"/.exec(page)?.[1] ?? ''),
        'utf8',
      );
      for (const [language, cover] of Object.entries(await drawCovers())) {
        checkClasses(cover, styles);
        const text = page
          .replace('lang="fi"', `lang="${language}"`)
          .replace(place, place.replace('></', `>${cover}</`));
        if (!text.includes(cover)) throw new Error('the page has no place for the cover');
        writeFileSync(path.join(dir, `door-${language}.html`), text);
      }
    },
  };
}

/** @returns {Promise<Record<string, string>>} markup by language */
async function drawCovers() {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: path.join(projectFolder, 'renderer'),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { firstCover } = await server.ssrLoadModule('/features/auth/door/first-cover.tsx');
    const { languages } = await server.ssrLoadModule(path.join(projectFolder, 'shared/values/language.ts'));
    /** @type {Record<string, string>} */
    const covers = {};
    for (const language of languages) covers[language] = await firstCover(language);
    return covers;
  } finally {
    await server.close();
  }
}

/** The names of classes are made anew by each build: a cover with other ones would show without its styles. */
function checkClasses(cover, styles) {
  const names = [...cover.matchAll(/class="([^"]*)"/g)].flatMap(([, list]) => list.split(' '));
  const missing = names.filter((name) => !styles.includes(`.${name}`) && !name.startsWith('lucide'));
  if (missing.length > 0) throw new Error(`the style sheet does not know ${missing.join(', ')}`);
}
