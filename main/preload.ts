import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '#shared/rpc/bridge.ts';

const bridge: Bridge = {
  call: (request) => ipcRenderer.invoke(channels.call, request),
  cancel: (requestId) => ipcRenderer.send(channels.cancel, requestId),
  listen: (listener) => {
    const forward: Parameters<typeof ipcRenderer.on>[1] = (_event, told) => listener(told);
    ipcRenderer.on(channels.event, forward);
    return () => ipcRenderer.off(channels.event, forward);
  },
};

contextBridge.exposeInMainWorld('vastaanotto', bridge);
