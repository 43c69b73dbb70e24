import { join, resolve } from 'node:path';
import { app } from 'electron';

export interface CommandLine {
  /** Absolute folder that holds everything the program keeps, instead of the system's own place for it. */
  dataFolder: string | undefined;
  /** Component page and DevTools; never in a package. */
  development: boolean;
}

const dataDir = '--data-dir=';

/** Reads `process.argv` itself: Electron's own `commandLine` lower-cases what it is given. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const given = argv.find((argument) => argument.startsWith(dataDir))?.slice(dataDir.length);
  return {
    dataFolder: given ? resolve(given) : undefined,
    development: !app.isPackaged && argv.includes('--development'),
  };
}

/** Must run before the instance is claimed and before the app is ready. */
export function useDataFolder({ dataFolder }: CommandLine): void {
  if (dataFolder !== undefined) app.setPath('userData', dataFolder);
  // What Chromium insists on writing (its default session, which no window uses) stays apart from the register.
  app.setPath('sessionData', join(app.getPath('userData'), 'chromium'));
}
