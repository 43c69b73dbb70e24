/**
 * What the register process may ask of the program around it, because only Electron has it.
 * Bytes and HTML pass through; paths stay with the host except where the person must see one.
 */
export interface Host {
  /** An accessible (tagged) A4 PDF of a whole HTML document without scripts. */
  printToPdf(html: string): Promise<Uint8Array>;
  /** Opens the system's print dialog for a whole HTML document. */
  printOnPaper(html: string): Promise<'printed' | 'cancelled' | 'no-printer'>;
  /** Lets the person choose where a file goes; null when they cancel. The token serves one `writeFile`. */
  chooseSaveTarget(suggestedName: string): Promise<{ token: string; label: string } | null>;
  /** Writes the file whole or not at all. */
  writeFile(token: string, bytes: Uint8Array): Promise<void>;
  /** A folder of the person's choice, as an absolute path; null when they cancel. */
  chooseFolder(): Promise<string | null>;
}

export type HostCall = {
  [M in keyof Host]: { method: M; args: Parameters<Host[M]> };
}[keyof Host];

export type HostReply =
  | { ok: true; value: unknown }
  | { ok: false; reason: 'storage-full' | 'failed' | 'gone' };
