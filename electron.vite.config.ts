import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { firstCovers } from './scripts/first-covers.mjs';
import { firstFiles } from './scripts/first-files.mjs';
import { markdown } from './scripts/markdown.mjs';

/** Packages with native code: loaded at run time from node_modules, everything else is bundled. */
const nativePackages = ['@journeyapps/sqlcipher', '@node-rs/argon2'];

// The targets are those of the older Electron that the app must also run on, not of the pinned one.
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        // An unawaited ES entry would start the app too late to register its scheme, so CommonJS.
        input: { main: 'main/main.ts', register: 'main/register/register.ts' },
        external: nativePackages,
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: { input: { preload: 'main/preload.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      target: chromeTarget,
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      // The page is read from the disk: few large files cost less than many.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: 'renderer/index.html',
        output: {
          // The door is painted before the desk behind it is read; see `renderer/app/load-desk.ts`.
          codeSplitting: {
            groups: [
              { name: 'first', test: /renderer\/main\.ts$/, priority: 4 },
              // A file of its own, because a file's modules may run in another order than they are imported in.
              { name: 'schemas', test: /renderer\/zod-without-eval\.ts$/, priority: 3 },
              { name: 'door', test: /renderer\/app\/start\.tsx$/, priority: 2 },
              { name: 'desk', test: /renderer\/app\/desk\.tsx$/, priority: 1 },
            ],
          },
        },
      },
    },
    plugins: [
      react(),
      markdown(),
      firstFiles(),
      firstCovers(),
      // Languages without a region: with one, the plugin drops sv-SE and en-US, the only ones there are.
      { ...optimizeLocales.vite({ locales: ['fi', 'sv', 'en'] }), enforce: 'pre' },
    ],
  },
});
