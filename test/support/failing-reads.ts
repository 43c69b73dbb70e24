import { channels } from '#shared/rpc/bridge.ts';
import type { Family } from '#shared/rpc/procedure.ts';
import type { LaunchedApp } from './app.ts';

type App = Pick<LaunchedApp, 'app'>;
type Handler = (event: object, request: { feature: string; name: string }) => Promise<string>;

/**
 * From now on these procedures (`customers.search`) fail, each time with another reference, and all others are answered;
 * with an empty list everything is answered again. Done at main's end of the bridge: page and preload are the real ones, and
 * cannot tell it from a fault in the register process.
 */
export function failReads({ app }: App, procedures: readonly string[]): Promise<void> {
  return app.evaluate(
    ({ ipcMain }, { channel, procedures }) => {
      const internal = ipcMain as unknown as {
        _invokeHandlers: Map<string, Handler>;
        served?: Handler | undefined;
      };
      internal.served ??= internal._invokeHandlers.get(channel);
      const { served } = internal;
      if (!served) throw new Error('main does not serve the bridge');
      let faults = 0;
      internal._invokeHandlers.set(channel, (event, request) => {
        if (!procedures.includes(`${request.feature}.${request.name}`)) return served(event, request);
        faults += 1;
        const fault = { kind: 'unexpected', reference: `KOE-${faults}` };
        return Promise.resolve(JSON.stringify({ ok: false, fault }));
      });
    },
    { channel: channels.call, procedures },
  );
}

/** Tells the page that these families have changed: it reads what it shows of them again. */
export function makeStale({ app }: App, families: readonly Family[]): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, { channel, families }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, { type: 'stale', families });
    },
    { channel: channels.event, families },
  );
}
