/** A Markdown file as `scripts/markdown.mjs` hands it over at build time. */
declare module '*.md' {
  import type { Token } from 'marked';

  export const tokens: readonly Token[];
  /** the addresses of the pictures, by their paths in the file */
  export const pictures: Readonly<Record<string, string>>;
}
