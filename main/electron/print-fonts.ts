import { readdir } from 'node:fs/promises';
import { readContentFile } from './content-files.ts';

/** The fonts of the page, under the family names that `renderer/theme` gives them. */
const families = [
  ['Plain Figures', 'overpass'],
  ['Atkinson Next', 'atkinson-hyperlegible-next'],
  ['Atkinson Mono', 'atkinson-hyperlegible-mono'],
] as const;

/**
 * Style sheet of the fonts. The build adds a hash to each font's name, so the names are looked up.
 * @param folder where the page's fonts are
 */
export async function fontStyles(folder: string): Promise<string> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.woff2'));
  const faces = families.flatMap(([family, start]) =>
    files.filter((file) => file.startsWith(start)).map((file) => fontFace(family, folder, file)),
  );
  return (await Promise.all(faces)).join('\n');
}

/**
 * The font itself stands in the rule: one that had to be fetched could arrive after the printing, and until
 * then the text would be invisible.
 */
async function fontFace(family: string, folder: string, file: string): Promise<string> {
  const font = readContentFile(folder, `/${file}`);
  if (font === null) return '';
  const source = `data:${font.type};base64,${Buffer.from(font.bytes).toString('base64')}`;
  return `@font-face{font-family:"${family}";font-weight:200 800;${limits(family, file)}src:url("${source}") format("woff2")}`;
}

/** What of a font is taken: of Plain Figures the ten figures only, at the size that `renderer/theme` gives them. */
function limits(family: string, file: string): string {
  if (family === 'Plain Figures') return 'size-adjust:96%;unicode-range:U+0030-0039;';
  return file.includes('-latin-ext-') ? 'unicode-range:U+0100-02FF,U+1E00-1EFF;' : '';
}
