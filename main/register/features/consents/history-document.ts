import type { Clinic } from '#shared/features/auth/contract.ts';
import { giverLine } from '#shared/features/consents/giver-text.ts';
import type { ConsentsPersonalData } from '#shared/features/consents/personal-data.ts';
import { channels as everyChannel } from '#shared/features/consents/purposes.ts';
import { formatDate, formatInstant } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { words as en } from '#shared/words/en.ts';
import { words as fi, type Words } from '#shared/words/fi.ts';
import { words as sv } from '#shared/words/sv.ts';
import { html, type Markup } from '../../html.ts';
import { customerSheet } from '../../paper.ts';
import { historyTexts } from './history-texts.ts';

export interface PrintedHistory {
  readonly clinic: Clinic;
  readonly customer: { readonly number: number; readonly lastName: string; readonly firstNames: string };
  /** In the order of recording. */
  readonly entries: ConsentsPersonalData['entries'];
  /** `YYYY-MM-DD`. */
  readonly printedOn: string;
}

type Entry = PrintedHistory['entries'][number];
type Texts = (typeof historyTexts)[Language];

const wordsIn: Record<Language, Words> = { fi, sv, en };

/**
 * What a customer has allowed and prohibited, for the customer, as a whole HTML document for a tagged PDF or for
 * paper: each entry with the exact wording that was answered (GDPR Art. 7(1)). Neither identity code nor contact details.
 */
export function historyDocument(history: PrintedHistory, language: Language): string {
  const { clinic, customer, entries, printedOn } = history;
  const texts = historyTexts[language];
  const name = `${customer.firstNames} ${customer.lastName}`;
  return customerSheet({
    language,
    title: `${texts.title}: ${name}`,
    heading: texts.title,
    clinic,
    content: html`<p>${texts.customer} ${name}<br>${texts.number} ${customer.number}<br>${texts.printed} ${formatDate(printedOn)}</p>
${entryTable(entries, language)}
<p class="rights">${texts.rights}</p>`,
    styles,
  });
}

function entryTable(entries: readonly Entry[], language: Language): Markup {
  const texts = historyTexts[language];
  if (entries.length === 0) return html`<p>${texts.nothing}</p>`;
  const { columns } = texts;
  const takenBack = new Set(entries.map(({ undoes }) => undoes));
  const heads = [columns.at, columns.what, columns.channels, columns.way, columns.wording, columns.by];
  return html`<p>${texts.lead}</p><table><thead><tr>${heads.map(
    (head) => html`<th scope="col">${head}</th>`,
  )}</tr></thead><tbody>${[...entries]
    .reverse()
    .map((entry) => row(entry, takenBack.has(entry.id), texts, wordsIn[language]))}</tbody></table>`;
}

function row(entry: Entry, isTakenBack: boolean, texts: Texts, words: Words): Markup {
  const { act, purpose, channels, way, wordingVersion, wordingText, language, validUntil, note, sold } =
    entry;
  const giver = giverLine(entry, words);
  const named = channels.map((channel) => words.channels[channel]).join(', ');
  return html`<tr><td class="at">${formatInstant(entry.recordedAt)}</td>
<th scope="row">${words.acts[act]}: ${words.purposes[purpose]}${
    validUntil ? html`<br>${texts.validUntil.replace('{date}', formatDate(validUntil))}` : null
  }${sold ? html`<br>${texts.sold}: ${sold}` : null}${note ? html`<br>${texts.note}: ${note}` : null}${
    isTakenBack ? html`<br><b>${texts.takenBack}</b>` : null
  }</th><td>${channels.length === everyChannel.length ? texts.allChannels : named}</td><td>${words.ways[way]}${
    giver && html`<br>${giver}`
  }</td>
<td>${wordingVersion === null ? null : html`${texts.version} ${wordingVersion}<br><q lang="${language}">${wordingText}</q>`}</td>
<td>${entry.recordedBy}</td></tr>`;
}

const styles: Markup = {
  markup: `
table{font-size:9.5pt;line-height:13pt;margin-top:6pt}
th,td{padding:3pt 8pt 3pt 0;min-width:44pt}
.at{font-variant-numeric:tabular-nums;overflow-wrap:normal}
.rights{margin-top:12pt}`,
};
