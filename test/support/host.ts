import type { Host } from '#shared/rpc/host.ts';

/** Stands where Electron is in the real program: keeps what was printed and saved, and answers dialogs. */
export interface TestHost extends Host {
  /** What the next folder dialog answers; null is Cancel. */
  folder: string | null;
  /** Whether the next save dialog is confirmed. */
  saves: boolean;
  readonly printed: string[];
  readonly saved: Map<string, Uint8Array>;
}

export function testHost(): TestHost {
  return {
    folder: null,
    saves: true,
    printed: [],
    saved: new Map(),
    async printToPdf(html) {
      this.printed.push(html);
      return Buffer.from(`%PDF-1.7 stand-in\n${html.length}`);
    },
    async printOnPaper(html) {
      this.printed.push(html);
      return 'printed';
    },
    async chooseSaveTarget(suggestedName) {
      return this.saves ? { token: suggestedName, label: suggestedName } : null;
    },
    async writeFile(token, bytes) {
      this.saved.set(token, bytes);
    },
    async chooseFolder() {
      return this.folder;
    },
  };
}
