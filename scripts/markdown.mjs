import { lexer, walkTokens } from 'marked';

/**
 * Lets the page import a Markdown file as what it says, not as markup: `{ tokens, pictures }`, where `pictures` maps
 * each picture's path in the file to its address in the page. A picture that is not there fails the build.
 * @returns {import('vite').Plugin}
 */
export function markdown() {
  return {
    name: 'markdown',
    transform(text, id) {
      if (!id.endsWith('.md')) return null;
      const tokens = lexer(text);
      const paths = new Set();
      walkTokens(tokens, (token) => {
        if (token.type === 'image') paths.add(token.href);
      });
      const named = [...paths].map((path, index) => ({ path, name: `picture${index}` }));
      const imports = named.map(({ path, name }) => `import ${name} from ${JSON.stringify(`./${path}`)};`);
      const entries = named.map(({ path, name }) => `${JSON.stringify(path)}: ${name}`);
      return {
        code: `${imports.join('\n')}
export const tokens = ${JSON.stringify(tokens)};
export const pictures = { ${entries.join(', ')} };`,
        map: null,
      };
    },
  };
}
