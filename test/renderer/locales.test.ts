import { describe, expect, test } from 'vitest';
import { allTexts } from '#renderer/locales/all-texts.ts';
import { languages } from '#shared/values/language.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

const texts = Object.fromEntries(
  languages.map((language) => [language, new Map(flatten(allTexts[language] as unknown as Tree))]),
) as Record<(typeof languages)[number], Map<string, string>>;

/** `{{name}}` and `<b>` are filled in by the program: a translation must keep them. */
function slots(text: string): string[] {
  return (text.match(/\{\{\s*\w+\s*\}\}|<\/?\w+>/g) ?? []).sort();
}

describe.each(languages)('the texts in %s', (language) => {
  test('have the same keys as the Finnish ones', () => {
    expect([...texts[language].keys()].sort()).toEqual([...texts.fi.keys()].sort());
  });

  test('keep every placeholder and mark-up of the Finnish ones', () => {
    for (const [key, text] of texts.fi) {
      expect(`${key}: ${slots(texts[language].get(key) ?? '')}`).toBe(`${key}: ${slots(text)}`);
    }
  });

  test('leave nothing empty that the Finnish ones say', () => {
    const empty = [...texts[language]].filter(([key, text]) => text === '' && texts.fi.get(key) !== '');
    expect(empty).toEqual([]);
  });

  test('never shout and never end in a loose space', () => {
    const bad = [...texts[language]].filter(([, text]) => /!|^\s|\s$/.test(text));
    expect(bad).toEqual([]);
  });
});

test('Finnish units are tied to their numbers with a no-break space', () => {
  const loose = [...texts.fi].filter(([, text]) =>
    /(\d|\}\}) (min|s|pv|kk|v|t|kt|Mt|Gt|€|%)(?![\p{L}\d])/u.test(text),
  );
  expect(loose).toEqual([]);
});
