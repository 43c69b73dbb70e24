// What the stand-in starts with: takes `[-r FILE] FOLDER` from the command line as Electron's own default app does.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { folder, preloaded } = readCommandLine(process.argv.slice(1));
if (!folder) {
  console.error('No app: name its folder, as in "electron .".');
  app.exit(1);
} else {
  loadApp(path.resolve(folder));
}

/** The first word that is no option names the app's folder; what follows it is the app's. */
function readCommandLine(words) {
  const preloaded = [];
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === '-r' || words[index] === '--require') {
      index += 1;
      preloaded.push(words[index]);
    } else if (!words[index].startsWith('-')) {
      return { folder: words[index], preloaded };
    }
  }
  return { folder: undefined, preloaded };
}

function loadApp(folder) {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  app.setAppPath(folder);
  Module._preloadModules(preloaded);
  // `require`, because an unawaited import() would start the app after Electron is ready.
  require(path.join(folder, description.main));
}
