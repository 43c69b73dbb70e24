import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, walkTokens } from 'marked';
import { describe, expect, test } from 'vitest';
import { tabs } from '#renderer/app/shell/tabs.ts';
import { toGuide } from '#renderer/features/guide/chapters.ts';
import { shell } from '#renderer/locales/fi/shell.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/guide.md'), 'utf8');
const tokens = lexer(text);
const guide = toGuide(tokens);

/** What the guide says in one kind of mark. */
function all(type: Token['type']): string[] {
  const found: string[] = [];
  void walkTokens(tokens, (token) => {
    if (token.type === type) found.push('text' in token ? token.text : '');
  });
  return found;
}

describe('the user’s guide', () => {
  test('names each tab of the program', () => {
    for (const { id } of tabs) expect(text, id).toContain(shell.tabs[id]);
  });

  test('begins each chapter with a heading of its own, and tells each something', () => {
    expect(guide.title).toBe('Käyttöopas');
    expect(new Set(guide.chapters.map(({ title }) => title)).size).toBe(guide.chapters.length);
    for (const { title, tokens: inside } of guide.chapters) expect(inside.length, title).toBeGreaterThan(0);
  });

  test('tells in words what each picture shows', () => {
    for (const words of all('image')) expect(words).not.toBe('');
  });

  test('is written in sentences that are read at the desk: none is longer than 20 words', () => {
    for (const sentence of all('paragraph').flatMap((paragraph) => paragraph.split(/[.:?]\s/))) {
      expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
    }
  });
});
