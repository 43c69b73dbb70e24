import type { LogFilter, LogRow } from '#shared/features/audit/log.ts';
import { dateAt, formatDate, formatInstant } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import type { Role } from '#shared/values/roles.ts';
import type { Queries } from '../../database/database.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { byteOrderMark, csvRecord } from './csv.ts';
import { findRows } from './find-rows.ts';
import { type LogPorts, meaningOf, withNames } from './list-log.ts';
import { newestRow, rowsOf } from './log-store.ts';
import { exportTexts } from './texts.ts';

/** How a file leaves the register: encrypted, under a passphrase of its own. */
export interface PackagePort {
  encryptedZip(
    files: readonly { name: string; bytes: Uint8Array }[],
    passphrase: string,
    signal: AbortSignal,
  ): Promise<Uint8Array>;
  newPassphrase(): string;
}

export type ExportPorts = LogPorts &
  PackagePort & {
    /** How many rows one file takes. */
    readonly mostExportedRows: number;
  };

interface Exported {
  readonly outcome: 'saved' | 'cancelled' | 'too-many';
  readonly fileName: string | null;
  readonly passphrase: string | null;
  readonly rows: number;
}

const batch = 1000;

/** The rows of a filter as an encrypted file at a place that the person chooses. */
export async function exportLog(
  ports: ExportPorts,
  filter: LogFilter,
  language: Language,
  context: TaskContext,
): Promise<Exported> {
  const { host, clock, signal } = context;
  const day = dateAt(clock.now());
  const target = await host.chooseSaveTarget(`tapahtumaloki-${day}.zip`);
  if (!target) {
    context.detail({ saved: false });
    return { outcome: 'cancelled', fileName: null, passphrase: null, rows: 0 };
  }
  const csv = await csvOf(ports, filter, language, context);
  if (!csv) {
    context.detail({ saved: false });
    return { outcome: 'too-many', fileName: null, passphrase: null, rows: ports.mostExportedRows };
  }
  const { text, rows } = csv;
  const passphrase = ports.newPassphrase();
  const file = { name: `tapahtumaloki-${day}.csv`, bytes: Buffer.from(text, 'utf8') };
  const zip = await ports.encryptedZip([file], passphrase, signal);
  signal.throwIfAborted();
  await host.writeFile(target.token, zip);
  context.detail({ saved: true, rows, filter: askedOf(filter) });
  return { outcome: 'saved', fileName: target.label, passphrase, rows };
}

/** What the filter asked for; a typed text may hold a name, so only that there was one. */
function askedOf({ text, customerId: _, ...filter }: LogFilter): Record<string, unknown> {
  const asked = Object.entries(filter).filter(([, value]) => value !== null && value !== false);
  return { ...Object.fromEntries(asked), ...(text.trim() !== '' && { text: true }) };
}

/** Null when there are too many rows for one file. */
async function csvOf(
  ports: ExportPorts,
  filter: LogFilter,
  language: Language,
  { register, clock, signal, progress }: TaskContext,
): Promise<{ text: string; rows: number } | null> {
  const db = register.database.long;
  const typed = filter.text.trim();
  const meaning = typed === '' ? null : await meaningOf(ports, db, typed, dateAt(clock.now()));
  const newest = (await newestRow(db))?.sequence ?? 0;
  const parts = [byteOrderMark + csvRecord(exportTexts[language].columns)];
  let [before, rows]: [number | null, number] = [newest + 1, 0];
  while (before !== null) {
    signal.throwIfAborted();
    const { sequences, next } = await findRows(db, filter, meaning, before - 1, batch);
    parts.push(...(await recordsOf(ports, db, sequences, language)));
    rows += sequences.length;
    if (rows > ports.mostExportedRows) return null;
    before = next;
    progress('audit-export', newest - (before ?? 0), newest);
  }
  return { text: parts.join(''), rows };
}

async function recordsOf(
  ports: ExportPorts,
  db: Queries,
  sequences: readonly number[],
  language: Language,
): Promise<string[]> {
  const stored = await rowsOf(db, sequences);
  const roles = new Map(stored.map((row) => [row.sequence, JSON.parse(row.roles) as Role[]]));
  const rows = await withNames(ports, db, stored);
  return rows.map((row) => csvRecord(fieldsOf(row, roles.get(row.sequence) ?? [], language)));
}

function fieldsOf(row: LogRow, roles: readonly Role[], language: Language): string[] {
  const { words, actions, outcomes } = exportTexts[language];
  return [
    String(row.sequence),
    row.at,
    formatInstant(row.at),
    row.actorName,
    roles.map((role) => words.roles[role] ?? role).join(', '),
    actionWords(actions, row.action),
    row.action,
    outcomes[row.outcome],
    row.customer?.number == null ? '' : String(row.customer.number),
    row.customer?.name ?? '',
    row.workstation ?? '',
    row.details === null ? '' : JSON.stringify(row.details),
    row.marks.map(({ reason }) => exportTexts[language].reason(reason)).join('; '),
    row.marks.flatMap(({ resolved }) => (resolved ? [resolvedText(resolved)] : [])).join('; '),
    row.hash,
  ];
}

function resolvedText({ at, by, note }: { at: string; by: string; note: string }): string {
  return `${formatDate(dateAt(at))} ${by}: ${note}`;
}

function actionWords(actions: object, action: string): string {
  const [feature = '', name = ''] = action.split('.');
  const table = actions as Record<string, Record<string, string>>;
  return table[feature]?.[name] ?? action;
}
