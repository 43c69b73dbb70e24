import { readFile } from 'node:fs/promises';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Report, reportSchema } from '#shared/features/reports/report.ts';

configure({ useWebWorkers: false });

interface ReportFile {
  /** What is in the exported file, each with whether it was encrypted. */
  entries: { name: string; isEncrypted: boolean }[];
  report: Report;
  pdf: PdfText;
}

export interface PdfText {
  /** The text of all pages as a reader program takes it out, without any white space. */
  squeezed: string;
  isTagged: boolean;
  language: string | undefined;
  title: string | undefined;
  /** Every role of the structure tree, such as `H1`, `Table` and `TH`. */
  roles: ReadonlySet<string>;
}

/** Opens an exported file by its password, as the customer does. */
export async function readReportFile(path: string, password: string): Promise<ReportFile> {
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(path)), { password });
  const found = await zip.getEntries();
  const bytesOf = async (name: string) => {
    const entry = found.find(({ filename }) => filename === name);
    if (!entry || entry.directory) throw new Error(`${name} is missing`);
    return entry.getData(new Uint8ArrayWriter());
  };
  const json = new TextDecoder().decode(await bytesOf('report.json'));
  const pdf = await readPdf(await bytesOf('report.pdf'));
  await zip.close();
  return {
    entries: found.map(({ filename, encrypted }) => ({ name: filename, isEncrypted: encrypted })),
    report: reportSchema.parse(JSON.parse(json)),
    pdf,
  };
}

/** Lines break where the paper is full, so text is compared without its spaces. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad]/g, '');
}

/** What a reader program finds in a PDF of ours. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  const loading = getDocument({ data: bytes, isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pdf = await loading.promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const roles = new Set<string>();
  for (const page of pages) collectRoles(await page.getStructTree(), roles);
  const { info } = await pdf.getMetadata();
  const { Language, Title } = info as { Language?: string; Title?: string };
  const marked = (await pdf.getMarkInfo()) as { Marked?: boolean } | null;
  const text = contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')));
  await loading.destroy();
  return {
    squeezed: squeezed(text.join('')),
    isTagged: marked?.Marked === true,
    language: Language,
    title: Title,
    roles,
  };
}

type StructTree = Awaited<ReturnType<PDFPageProxy['getStructTree']>>;

function collectRoles(node: StructTree, roles: Set<string>): void {
  roles.add(node.role);
  for (const child of node.children) if ('role' in child) collectRoles(child, roles);
}
