import type { Token } from 'marked';

export interface Chapter {
  /** for the address of the heading inside the page */
  readonly id: string;
  readonly title: string;
  readonly tokens: readonly Token[];
}

export interface Guide {
  readonly title: string;
  /** what stands before the first chapter */
  readonly opening: readonly Token[];
  readonly chapters: readonly Chapter[];
}

/** Splits a text at its headings: `#` is the title of all, each `##` begins a chapter. */
export function toGuide(tokens: readonly Token[]): Guide {
  let title = '';
  const opening: Token[] = [];
  const chapters: (Chapter & { tokens: Token[] })[] = [];
  for (const token of tokens) {
    if (token.type === 'heading' && token.depth === 1) title = token.text;
    else if (token.type === 'heading' && token.depth === 2) {
      chapters.push({ id: `chapter-${chapters.length + 1}`, title: token.text, tokens: [] });
    } else (chapters.at(-1)?.tokens ?? opening).push(token);
  }
  return { title, opening, chapters };
}
