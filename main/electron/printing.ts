import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type WebContents } from 'electron';
import { servePrintDocument } from './print-documents.ts';

/** 18 mm on every side, in inches: room for a hole punch, and for a printer that cannot reach the edge. */
const margin = 18 / 25.4;
const margins = { top: margin, bottom: margin, left: margin, right: margin };

/** Turns HTML documents into PDF or paper, each in a hidden window of its own that is gone afterwards. */
export class Printer {
  readonly #pageFolder: string;

  constructor(pageFolder: string) {
    this.#pageFolder = pageFolder;
  }

  /** Tagged for screen readers, with an outline made of the headings. */
  toPdf(html: string): Promise<Uint8Array> {
    return this.#withDocument(html, (contents) =>
      contents.printToPDF({
        pageSize: 'A4',
        margins,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
  }

  onPaper(html: string): Promise<'printed' | 'cancelled' | 'no-printer'> {
    return this.#withDocument(html, async (contents) => {
      if ((await contents.getPrintersAsync()).length === 0) return 'no-printer';
      return await new Promise((resolve) => {
        contents.print({ printBackground: true, pageSize: 'A4' }, (printed) =>
          resolve(printed ? 'printed' : 'cancelled'),
        );
      });
    });
  }

  async #withDocument<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
    const own = session.fromPartition(`print-${randomUUID()}`);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        javascript: false,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        spellcheck: false,
      },
    });
    try {
      await window.loadURL(servePrintDocument(own.protocol, html, this.#pageFolder));
      return await use(window.webContents);
    } finally {
      window.destroy();
    }
  }
}
