import { giverLine } from '#shared/features/consents/giver-text.ts';
import { period, recordText, recordTitle } from '#shared/features/customers/record-text.ts';
import type { Report } from '#shared/features/reports/report.ts';
import { countryName } from '#shared/values/country.ts';
import { dateAt, formatDate, formatInstant } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { formatCents, formatVatRate } from '#shared/values/money.ts';
import { listName } from '#shared/values/names.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { words as en } from '#shared/words/en.ts';
import { words as fi, type Words } from '#shared/words/fi.ts';
import { words as sv } from '#shared/words/sv.ts';
import { html, type Markup } from '../../html.ts';
import { texts as enTexts } from './texts/en.ts';
import { texts as fiTexts, type ReportTexts } from './texts/fi.ts';
import { texts as svTexts } from './texts/sv.ts';

interface Wording {
  readonly language: Language;
  readonly texts: ReportTexts;
  readonly words: Words;
}

const languages: Record<Language, Wording> = {
  fi: { language: 'fi', texts: fiTexts, words: fi },
  sv: { language: 'sv', texts: svTexts, words: sv },
  en: { language: 'en', texts: enTexts, words: en },
};

/**
 * The report as a whole HTML document in the customer's language, for printing to a tagged PDF: headings,
 * tables with header cells and the document's language carry over to assistive technology.
 */
export function reportDocument(report: Report): string {
  const wording = languages[report.language];
  const { texts } = wording;
  const { customers } = report.data;
  return html`<!doctype html>
<html lang="${report.language}"><head><meta charset="utf-8"><title>${texts.title}: ${listName(customers)}</title>
<link rel="stylesheet" href="/fonts.css"><style>${styles}</style></head><body>
<p class="clinic">${report.controller.name}</p>
<h1>${texts.title}</h1>
<p>${listName(customers)}, ${texts.customerNumber} ${customers.customerNumber}. ${texts.collected} ${formatDate(dateAt(report.generatedAt))}.</p>
<p>${texts.confirmation}</p>
${controller(report, wording)}
${basics(report, wording)}
${records(report, wording)}
${changes(report, wording)}
${consents(report, wording)}
${visits(report, wording)}
${views(report, wording)}
${processing(wording)}
</body></html>`.markup;
}

function controller({ controller: office }: Report, { texts }: Wording): Markup {
  const { controllerFields: fields } = texts;
  return section(texts.controller, [
    definitions([
      [fields.name, office.name],
      [fields.businessId, office.businessId],
      [fields.address, `${office.street}, ${office.postalCode} ${office.city}`],
      [fields.phone, formatPhone(office.phone)],
      [fields.email, office.email],
      [fields.dataContact, office.dataContact],
    ]),
  ]);
}

function basics({ data: { customers } }: Report, wording: Wording): Markup {
  const { texts } = wording;
  const names = Object.keys(texts.fields) as (keyof typeof texts.fields)[];
  const rows = names.map((name) => [texts.fields[name], basicText(name, customers, wording)] as const);
  return section(texts.basics, [
    definitions([
      ...rows,
      [texts.sourceAt, formatInstant(customers.sourceAt)],
      [texts.registered, `${formatInstant(customers.registeredAt)}, ${customers.registeredBy}`],
      [texts.updated, `${formatInstant(customers.updatedAt)}, ${customers.updatedBy}`],
    ]),
  ]);
}

function basicText(
  name: keyof ReportTexts['fields'],
  customers: Report['data']['customers'],
  wording: Wording,
): string {
  const { texts } = wording;
  const { restriction } = customers;
  if (name !== 'restriction') {
    const value = customers[name];
    return fieldText(name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : value, wording);
  }
  if (restriction === null) return texts.no;
  return texts.restrictedSince
    .replace('{ground}', () => restriction.ground)
    .replace('{date}', formatDate(dateAt(restriction.since)));
}

/** A stored value as people read it; the value itself is never shortened or masked. */
function fieldText(name: string, value: string | null, { language, texts, words }: Wording): string {
  if (value === null) return texts.empty;
  if (name === 'birthDate' || name === 'deceasedOn') return formatDate(value);
  if (name === 'contactProtected') return value === 'yes' ? texts.yes : texts.no;
  if (name === 'phone') return formatPhone(value);
  if (name === 'sex') return words.sexes[value as keyof Words['sexes']] ?? value;
  if (name === 'language') return words.languages[value as keyof Words['languages']] ?? value;
  if (name === 'country') return countryName(value, language);
  if (name === 'source') return words.sources[value as keyof Words['sources']] ?? value;
  return value;
}

function records({ language, data: { customers } }: Report, { texts, words }: Wording): Markup {
  const columns = texts.changeColumns;
  const rows = customers.records.map(({ record, source, sourceAt, recordedBy }) => [
    recordTitle(record, words),
    recordText(record, words, language),
    `${words.sources[source]}, ${formatInstant(sourceAt)}`,
    recordedBy,
  ]);
  const wards = customers.guardianOf.map((link) => [
    texts.guardianOf.replace('{number}', String(link.customerNumber)),
    period(link),
    '',
    '',
  ]);
  const { what, content } = texts.recordColumns;
  return section(texts.records, [
    table([what, content, columns.source, columns.by], [...rows, ...wards], texts),
  ]);
}

function changes({ language, data: { customers } }: Report, wording: Wording): Markup {
  const { texts, words } = wording;
  const columns = texts.changeColumns;
  const rows = customers.changes.map((change) => [
    formatInstant(change.changedAt),
    texts.fields[change.field as keyof typeof texts.fields] ?? change.field,
    fieldText(change.field, change.oldValue, wording),
    fieldText(change.field, change.newValue, wording),
    words.sources[change.source],
    change.changedBy,
  ]);
  const recordRows = customers.recordChanges.map(({ oldRecord, newRecord, source, changedAt, changedBy }) => [
    formatInstant(changedAt),
    [newRecord ?? oldRecord].map((record) => record && recordTitle(record, words)).join(''),
    oldRecord ? recordText(oldRecord, words, language) : texts.empty,
    newRecord ? recordText(newRecord, words, language) : texts.empty,
    words.sources[source],
    changedBy,
  ]);
  return section(texts.changes, [
    table(
      [columns.at, columns.field, columns.oldValue, columns.newValue, columns.source, columns.by],
      [...rows, ...recordRows],
      texts,
    ),
  ]);
}

function consents({ data }: Report, { texts, words }: Wording): Markup {
  const columns = texts.consentColumns;
  const mistakes = new Set(data.consents.entries.map(({ undoes }) => undoes));
  const rows = data.consents.entries.map((entry) => [
    formatInstant(entry.recordedAt),
    html`${whole(`${words.acts[entry.act]}: ${words.purposes[entry.purpose]}`)}${
      entry.validUntil ? html`<br>${texts.validUntil.replace('{date}', formatDate(entry.validUntil))}` : null
    }${entry.sold ? html`<br>${texts.sold}: ${entry.sold}` : null}${
      mistakes.has(entry.id) ? html`<br>${whole(texts.mistake)}` : null
    }${entry.note ? html`<br>${texts.note}: ${entry.note}` : null}`,
    whole(entry.channels.map((channel) => words.channels[channel]).join(', ')),
    html`${whole(words.ways[entry.way])}${giver(entry, words)}`,
    entry.wordingVersion === null
      ? ''
      : html`${texts.version} ${entry.wordingVersion}<br><q lang="${entry.language}">${entry.wordingText}</q>`,
    entry.recordedBy,
  ]);
  const forOthers = data.consents.answeredFor.map(
    ({ customerNumber, act, purpose, recordedAt }) =>
      html`<p>${texts.answeredFor.replace('{number}', String(customerNumber))} ${formatInstant(recordedAt)}. ${words.acts[act]}: ${words.purposes[purpose]}.</p>`,
  );
  return section(texts.consents, [
    table(
      [columns.at, columns.what, columns.channels, columns.way, columns.wording, columns.by],
      rows,
      texts,
    ),
    ...forOthers,
  ]);
}

function giver(entry: Report['data']['consents']['entries'][number], words: Words): Markup | null {
  const line = giverLine(entry, words);
  return line === null ? null : html`<br>${line}`;
}

function visits({ data }: Report, wording: Wording): Markup {
  const { texts } = wording;
  const columns = texts.visitColumns;
  const rows = data.visits.entries.map((visit) => [
    formatInstant(visit.at),
    html`${whatHappened(visit, wording)}${visit.note ? html`<br>${texts.note}: ${visit.note}` : null}`,
    visit.practitioner ?? '',
    html`${formatCents(visit.totalCents)}${paid(visit, wording)}`,
    html`${visit.recordedBy}<br>${formatInstant(visit.recordedAt)}`,
  ]);
  const moves = data.visits.movedAway.map(
    (move) =>
      html`<p>${texts.movedAway} ${formatInstant(move.at)}: ${formatInstant(move.movedAt)}, ${move.by}. ${texts.reason}: ${move.reason}</p>`,
  );
  return section(texts.visits, [
    table([columns.at, columns.service, columns.practitioner, columns.total, columns.by], rows, texts),
    ...moves,
  ]);
}

type Entry = Report['data']['visits']['entries'][number];

function whatHappened(visit: Entry, { texts, words }: Wording): Markup {
  const corrections = [
    visit.takesBack && `${texts.takesBack}: ${visit.takesBack.reason}`,
    visit.takenBackBy &&
      `${texts.takenBack} ${formatInstant(visit.takenBackBy.at)}: ${visit.takenBackBy.reason}`,
    visit.movedHere &&
      `${texts.movedHere} ${formatInstant(visit.movedHere.at)}, ${visit.movedHere.by}: ${visit.movedHere.reason}`,
  ].filter((line) => line !== null);
  return html`${[words.visitKinds[visit.kind], visit.service].filter(Boolean).join(': ')}${visit.lines.map(
    (line) =>
      html`<br>${line.quantity} × ${line.name}, ${formatCents(line.unitPriceCents)}${discountOf(line, texts)}, ${formatVatRate(line.vatRateBasisPoints)}`,
  )}${corrections.map((line) => html`<br>${line}`)}${visit.feedback.map(
    ({ rating, words: said, receivedAt, recordedBy }) =>
      html`<br>${texts.feedback} ${formatInstant(receivedAt)}: ${rating}/5${said ? html`, ${said}` : null} (${recordedBy})`,
  )}`;
}

function discountOf(line: Entry['lines'][number], texts: Wording['texts']): string {
  if (line.discountBasisPoints > 0) return `, ${texts.discount} ${formatVatRate(line.discountBasisPoints)}`;
  return line.discountCents > 0 ? `, ${texts.discount} ${formatCents(line.discountCents)}` : '';
}

function paid({ paymentMethod, receiptNumber }: Entry, { texts, words }: Wording): Markup {
  return html`${paymentMethod ? html`<br>${words.payments[paymentMethod]}` : null}${
    receiptNumber === null ? null : html`<br>${texts.receipt} ${receiptNumber}`
  }`;
}

function views({ data }: Report, { texts }: Wording): Markup {
  const columns = texts.viewColumns;
  const rows = data.audit.map((event) => {
    const action = texts.actions[event.action as keyof typeof texts.actions] ?? event.action;
    const outcome = texts.outcomes[event.outcome];
    return [formatInstant(event.at), event.by, outcome ? `${action} (${outcome})` : action];
  });
  return section(texts.views, [table([columns.at, columns.by, columns.action], rows, texts)]);
}

function processing({ texts }: Wording): Markup {
  const columns = texts.processingColumns;
  const rows = texts.processingRows.map((row) =>
    [row.group, row.purpose, row.basis, row.retention, row.source, row.recipients].map(whole),
  );
  const heads = [
    columns.group,
    columns.purpose,
    columns.basis,
    columns.retention,
    columns.source,
    columns.recipients,
  ];
  return html`${section(texts.processing, [
    table(heads, rows, texts),
    html`<p>${texts.transfers} ${texts.automated}</p>`,
  ])}${section(texts.rights, [html`<ul>${texts.rightsList.map((right) => html`<li>${right}</li>`)}</ul>`])}`;
}

function section(heading: string, content: readonly (Markup | null)[]): Markup {
  return html`<section><h2>${heading}</h2>${content}</section>`;
}

/**
 * Our own words are never broken between letters. What people typed may be: a long one would otherwise run over
 * the edge of the paper.
 */
function whole(text: string): Markup {
  return html`<span class="whole">${text}</span>`;
}

function definitions(rows: readonly (readonly [string, string])[]): Markup {
  return html`<table class="pairs"><tbody>${rows.map(
    ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
  )}</tbody></table>`;
}

function table(heads: readonly string[], rows: readonly unknown[][], texts: ReportTexts): Markup {
  if (rows.length === 0) return html`<p>${texts.nothing}</p>`;
  return html`<table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>`;
}

const styles: Markup = {
  markup: `
body{font:11pt/15pt "Plain Figures","Atkinson Next","Segoe UI",sans-serif;color:#14201f;margin:0}
.clinic{font-weight:600;color:#46534f;margin:0 0 8pt}
h1{font-size:19pt;line-height:24pt;margin:0 0 6pt}
h2{font-size:13pt;line-height:18pt;margin:16pt 0 4pt;border-bottom:1pt solid #14201f;break-after:avoid}
p{margin:0 0 6pt}
table{border-collapse:collapse;width:100%;font-size:9.5pt;line-height:13pt}
th,td{text-align:left;vertical-align:top;padding:3pt 6pt 3pt 0;border-bottom:.5pt solid #d5d9d4;overflow-wrap:anywhere;min-width:42pt}
thead{display:table-header-group}thead th{color:#46534f;overflow-wrap:normal}
.whole{overflow-wrap:normal}
tr{break-inside:avoid}
.pairs th{width:34%;font-weight:400;color:#46534f}
p + p,table + p{margin-top:6pt}
ul{margin:0;padding-left:14pt}`,
};
