import type { Clinic } from '#shared/features/auth/contract.ts';
import { ruleBroken } from '#shared/rpc/fault.ts';
import type { Host } from '#shared/rpc/host.ts';
import type { Language } from '#shared/values/language.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { html, type Markup } from './html.ts';
import type { TaskContext } from './rpc/handlers.ts';

interface Sheet {
  readonly language: Language;
  readonly title: string;
  /** The first line of the page; the title when left out. */
  readonly heading?: string;
  readonly clinic: Clinic;
  /** Goes on below the clinic's address, in the same paragraph. */
  readonly clinicEnd?: Markup;
  /** What follows the heading. */
  readonly content: Markup;
  /** Rules of this document only, after those of every sheet. */
  readonly styles: Markup;
}

/** What the clinic gives a customer, as a whole HTML document for a tagged PDF or for paper: its letterhead and a heading. */
export function customerSheet({
  language,
  title,
  heading = title,
  clinic,
  clinicEnd,
  content,
  styles,
}: Sheet): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<link rel="stylesheet" href="/fonts.css"><style>${sheetStyles}${styles}</style></head><body>
<header><p class="clinic">${clinic.name}</p>
<p>${clinic.street}, ${clinic.postalCode} ${clinic.city}<br>${formatPhone(clinic.phone)}, ${clinic.email}${clinicEnd}</p></header>
<h1>${heading}</h1>
${content}
</body></html>`.markup;
}

/** How a document leaves the program: as PDF to a place that the person chooses, or on paper. */
export type SheetTarget = 'file' | 'paper';

export interface SheetOutcome {
  readonly outcome: 'saved' | 'printed' | 'cancelled';
  /** Where it was saved, as the person knows the place. */
  readonly fileName: string | null;
}

/**
 * The log then tells where the document went, and whether it went at all.
 * @param fileName what is suggested; it must not tell whose data it holds
 * @throws AppError `no-printer`
 */
export async function giveSheet(
  { host, detail }: Pick<TaskContext, 'host' | 'detail'>,
  document: string,
  { to, fileName }: { readonly to: SheetTarget; readonly fileName: string },
): Promise<SheetOutcome> {
  detail({ to });
  const given = to === 'paper' ? await print(host, document) : await save(host, document, fileName);
  detail({ outcome: given.outcome });
  return given;
}

async function print(host: Host, document: string): Promise<SheetOutcome> {
  const outcome = await host.printOnPaper(document);
  if (outcome === 'no-printer') throw ruleBroken('no-printer', {});
  return { outcome, fileName: null };
}

async function save(host: Host, document: string, fileName: string): Promise<SheetOutcome> {
  const target = await host.chooseSaveTarget(fileName);
  if (!target) return { outcome: 'cancelled', fileName: null };
  await host.writeFile(target.token, await host.printToPdf(document));
  return { outcome: 'saved', fileName: target.label };
}

const sheetStyles: Markup = {
  markup: `
body{font:11pt/15pt "Plain Figures","Atkinson Next","Segoe UI",sans-serif;color:#14201f;margin:0}
header{border-bottom:1pt solid #14201f;padding-bottom:6pt}
.clinic{font-weight:600}
p{margin:0 0 6pt}
h1{font-size:19pt;line-height:24pt;margin:12pt 0 4pt}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;border-bottom:.5pt solid #d5d9d4;font-weight:400;overflow-wrap:anywhere}
thead{display:table-header-group}thead th{color:#46534f;font-weight:600;overflow-wrap:normal}
tr{break-inside:avoid}`,
};
