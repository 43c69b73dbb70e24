import type { FromRegister } from '#shared/rpc/bridge.ts';
import { AppError } from '#shared/rpc/fault.ts';
import type { Host, HostCall, HostReply } from '#shared/rpc/host.ts';

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** The register process's side of `Host`: asks main and waits for the answer. */
export class HostClient {
  readonly #waiting = new Map<string, Waiting>();
  readonly #send: (message: FromRegister) => void;
  readonly #newId: () => string;

  constructor(send: (message: FromRegister) => void, newId: () => string) {
    this.#send = send;
    this.#newId = newId;
  }

  /** @param clientId the window whose person sees the dialogs */
  for(clientId: string): Host {
    const ask = (call: HostCall) => this.#ask(clientId, call);
    return {
      printToPdf: (html) => ask({ method: 'printToPdf', args: [html] }) as ReturnType<Host['printToPdf']>,
      printOnPaper: (html) =>
        ask({ method: 'printOnPaper', args: [html] }) as ReturnType<Host['printOnPaper']>,
      chooseSaveTarget: (name) =>
        ask({ method: 'chooseSaveTarget', args: [name] }) as ReturnType<Host['chooseSaveTarget']>,
      writeFile: (token, bytes) =>
        ask({ method: 'writeFile', args: [token, bytes] }) as ReturnType<Host['writeFile']>,
      chooseFolder: () => ask({ method: 'chooseFolder', args: [] }) as ReturnType<Host['chooseFolder']>,
    };
  }

  answer(hostCallId: string, reply: HostReply): void {
    const waiting = this.#waiting.get(hostCallId);
    this.#waiting.delete(hostCallId);
    if (reply.ok) waiting?.resolve(reply.value);
    else if (reply.reason === 'storage-full') waiting?.reject(new AppError({ kind: 'storage-full' }));
    else waiting?.reject(new Error(`the host could not do it: ${reply.reason}`));
  }

  #ask(clientId: string, call: HostCall): Promise<unknown> {
    const hostCallId = this.#newId();
    return new Promise((resolve, reject) => {
      this.#waiting.set(hostCallId, { resolve, reject });
      this.#send({ type: 'host-call', hostCallId, clientId, call });
    });
  }
}
