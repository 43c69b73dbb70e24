import path from 'node:path';
import { projectFolder } from './processes.mjs';

let loader;

/**
 * Loads a TypeScript module of the project into this process, as the tests load them. The loader stays for what
 * the module imports later.
 * @param {string} file path from the project's folder
 * @returns {Promise<any>} its exports
 */
export async function loadTypeScript(file) {
  loader ??= startLoader();
  return (await loader).ssrLoadModule(path.join(projectFolder, file));
}

async function startLoader() {
  const { createServer } = await import('vite');
  return createServer({
    root: projectFolder,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
}
