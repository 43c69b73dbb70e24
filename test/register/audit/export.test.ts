import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { handlersOf, registerFeatures } from '#main/register/features.ts';
import { everything, type LogFilter } from '#shared/features/audit/log.ts';
import { addRows } from '#test/support/audit-rows.ts';
import { type TestClient, testClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';

configure({ useWebWorkers: false });

const name = 'tapahtumaloki-2026-11-18.zip';
const exported = (client: TestClient, filter: Partial<LogFilter> = {}) =>
  client.call('audit', 'exportList', { filter: { ...everything, ...filter }, language: 'fi' });

async function csvIn(zip: Uint8Array | undefined, password: string): Promise<{ file: string; text: string }> {
  const reader = new ZipReader(new Uint8ArrayReader(zip ?? new Uint8Array()), { password });
  const [entry] = await reader.getEntries();
  if (!entry || entry.directory) throw new Error('the package is empty');
  expect(entry.encrypted).toBe(true);
  const bytes = await entry.getData(new Uint8ArrayWriter());
  return { file: entry.filename, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

async function withCustomer() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  // A last name that a spreadsheet would take for a formula.
  const customerId = await registerCustomer(helmi, { lastName: '-Mallikas', firstNames: 'Aino "Ainu"' });
  const ida = await register.as('manager');
  return { register, ida, customerId };
}

describe('the exported log', () => {
  it('has the rows of the filter in words, as a table with a guard against formulas, encrypted', async () => {
    const { ida, customerId, register } = await withCustomer();
    const answer = await exported(ida, { customerId });
    expect(answer).toMatchObject({ outcome: 'saved', fileName: name, rows: 1 });
    const zip = register.host.saved.get(name);
    const { file, text } = await csvIn(zip, answer.passphrase ?? '');
    expect(file).toBe('tapahtumaloki-2026-11-18.csv');
    expect(text.startsWith('\uFEFF"Numero","Aika (UTC)",')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(
      '"Helmi Testola","vastaanotto","Lisäsi asiakkaan","customers.register","onnistui"',
    );
    expect(lines[1]).toContain('"10001","\'-Mallikas Aino ""Ainu""","TEST-1"');
    expect(lines[1]).toMatch(/"[0-9a-f]{64}"$/);
    await expect(csvIn(zip, 'K7QF-M2XD-9TRH-3YPL-V8EJ')).rejects.toThrow();
  });

  it('is itself in the log with what was asked and how much left, never with the passphrase', async () => {
    const { ida, register } = await withCustomer();
    const { passphrase } = await exported(ida, { text: 'mallikas', actions: 'changes' });
    const { rows } = await ida.call('audit', 'list', {
      filter: { ...everything, actions: 'exports' },
      before: null,
    });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'started']);
    expect(rows[0]?.details).toEqual({
      saved: true,
      rows: 1,
      filter: { actions: 'changes', text: true },
    });
    const { database } = await register.inside();
    const details = await database.read.selectFrom('audit_details').select('body').execute();
    expect(JSON.stringify(details)).not.toContain(passphrase);
  });

  it('is not made when no place is chosen', async () => {
    const { ida, register } = await withCustomer();
    register.host.saves = false;
    expect(await exported(ida)).toEqual({ outcome: 'cancelled', fileName: null, passphrase: null, rows: 0 });
    expect(register.host.saved.size).toBe(0);
  });

  it('can be stopped, and leaves no file', async () => {
    const { ida, register } = await withCustomer();
    const { database } = await register.inside();
    await addRows(database, 20_000);
    const requestId = '019a0000-0000-7000-8000-000000000001';
    const answer = ida.reply('audit', 'exportList', { filter: everything, language: 'fi' }, requestId);
    while (ida.progress.length === 0) await new Promise((resolve) => setImmediate(resolve));
    ida.dispatch.cancel(ida.clientId, requestId);
    expect(await answer).toEqual({ ok: false, fault: { kind: 'cancelled' } });
    expect(register.host.saved.size).toBe(0);
  });

  it('is not made of more rows than one file takes, and that is on record', async () => {
    const { ida, register } = await withCustomer();
    const { rows } = await exported(ida);
    const withLimit = async (mostExportedRows: number) => {
      const { folder, clock, host } = register;
      const client = testClient(folder, {
        clock,
        host,
        handlers: handlersOf(registerFeatures({ mostExportedRows })),
      });
      const who = { typedName: people.manager.name };
      await client.call('auth', 'unlock', { who, password: testPassword });
      return client;
    };
    // Since then: the end of that export, a sign-in, and the beginning of this one.
    const enough = await withLimit(rows + 3);
    expect(await exported(enough)).toMatchObject({ outcome: 'saved', rows: rows + 3 });
    register.host.saved.clear();
    const tooFew = await withLimit(rows + 3);
    expect(await exported(tooFew)).toEqual({
      outcome: 'too-many',
      fileName: null,
      passphrase: null,
      rows: rows + 3,
    });
    expect(register.host.saved.size).toBe(0);
    const log = await tooFew.call('audit', 'list', {
      filter: { ...everything, actions: 'exports' },
      before: null,
    });
    expect(log.rows[0]).toMatchObject({ outcome: 'done', details: { saved: false } });
  });

  it('holds every row of a long log once, in its order', async () => {
    const { ida, register } = await withCustomer();
    const { database } = await register.inside();
    await addRows(database, 3500);
    const answer = await exported(ida);
    const { text } = await csvIn(register.host.saved.get(name), answer.passphrase ?? '');
    const numbers = [...text.matchAll(/^"(\d+)"/gm)].map(([, number]) => Number(number));
    expect(numbers).toHaveLength(answer.rows);
    expect(numbers).toEqual(Array.from({ length: answer.rows }, (_, index) => answer.rows - index));
  });
});
