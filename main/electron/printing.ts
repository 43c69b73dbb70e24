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
    return this.#withDocument(html, async (contents) => {
      const pdf = await contents.printToPDF({
        pageSize: 'A4',
        margins,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      // A page printed before it was laid out gives an empty sheet without tags and without an error.
      if (!pdf.includes('/StructTreeRoot')) throw new Error('the PDF came out empty');
      return pdf;
    });
  }

  /** Shows the system's own print dialog. */
  onPaper(html: string): Promise<'printed' | 'cancelled' | 'no-printer'> {
    return this.#withDocument(html, async (contents) => {
      const printers = await contents.getPrintersAsync();
      return printers.length === 0 ? 'no-printer' : await printWithDialog(contents);
    });
  }

  async #withDocument<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
    const own = session.fromPartition(`print-${randomUUID()}`);
    const window = new BrowserWindow({
      show: false,
      title: 'Vastaanotto',
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
    // A document's title names the customer; the system shows window titles to every program.
    window.on('page-title-updated', (event) => event.preventDefault());
    try {
      await window.loadURL(servePrintDocument(own.protocol, html, this.#pageFolder));
      return await use(window.webContents);
    } finally {
      window.destroy();
    }
  }
}

function printWithDialog(contents: WebContents): Promise<'printed' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true, pageSize: 'A4' }, (printed, reason) => {
      if (printed) resolve('printed');
      else if (/cancel/i.test(reason)) resolve('cancelled');
      else reject(new Error('printing failed'));
    });
  });
}
