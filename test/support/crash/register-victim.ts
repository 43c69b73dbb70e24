import { once } from 'node:events';
import { join } from 'node:path';
import { childProgram } from '../child-process.ts';
import type { CrashMessage, StartVictim } from './deeds.ts';

/** The register process alone, as plain Node runs it: quick to start, so that it can be killed often. */
export async function registerVictim(): Promise<StartVictim> {
  const start = await childProgram(join(import.meta.dirname, 'crash-child.ts'));
  return async ({ dataDir, copies }, deed, { told, failed }) => {
    const child = start(join(dataDir, 'register'), deed, copies);
    const gone = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
    child.on('message', (message: CrashMessage) => told(message));
    const endedByItself = () => failed(new Error('The register process ended by itself'));
    child.once('exit', endedByItself);
    return {
      async kill() {
        child.off('exit', endedByItself);
        if (child.exitCode !== null) throw new Error('The register process ended by itself');
        child.kill('SIGKILL');
        await gone;
      },
    };
  };
}
