/** Fonts of the door's first words. */
const firstFonts = /(?:atkinson-hyperlegible-next|overpass)-latin-wght-normal-.*\.woff2$/;

/**
 * Names in the page what the door needs, so that it is fetched while the first, small script still asks its
 * questions: otherwise styles and code are found by that script, and fonts by the first layout.
 * @returns {import('vite').Plugin}
 */
export function firstFiles() {
  return {
    name: 'first-files',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {});
        const door = files.find((file) => file.type === 'chunk' && file.name === 'door');
        if (door?.type !== 'chunk') return [];
        const styles = [...(door.viteMetadata?.importedCss ?? [])];
        const fonts = files.map(({ fileName }) => fileName).filter((name) => firstFonts.test(name));
        return [
          ...[door.fileName, ...door.imports].map((name) => link(name, { rel: 'modulepreload' })),
          ...styles.map((name) => link(name, { rel: 'stylesheet' })),
          ...fonts.map((name) => link(name, { rel: 'preload', as: 'font', type: 'font/woff2' })),
        ];
      },
    },
  };
}

/** @param {string} name @param {Record<string, string>} attributes */
function link(name, attributes) {
  return {
    tag: 'link',
    attrs: { ...attributes, crossorigin: true, href: `./${name}` },
    injectTo: /** @type {const} */ ('head'),
  };
}
