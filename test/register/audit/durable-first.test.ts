import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import { everything } from '#shared/features/audit/log.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { tamper } from '#test/support/tamper.ts';

const procedures = Object.entries(contract as Record<string, Record<string, AnyProcedure>>).flatMap(
  ([feature, table]) => Object.entries(table).map(([name, procedure]) => ({ feature, name, procedure })),
);

/** Marja at work with a customer, when the log suddenly takes no row any more (of one outcome, or any). */
async function withBrokenLog(outcome?: string) {
  const register = await testRegister();
  const marja = await register.as('all');
  const customerId = await registerCustomer(marja);
  const only = outcome ? `WHEN NEW.outcome = '${outcome}'` : '';
  await tamper(await fileOf(register.folder), ({ connection }) =>
    connection.exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_events ${only}
      BEGIN SELECT RAISE(ABORT, 'the log is broken'); END`),
  );
  return { register, marja, customerId };
}

type Call = readonly [feature: string, name: string, input: (customerId: string) => unknown];

const calls: readonly Call[] = [
  ['customers', 'card', (customerId) => ({ customerId })],
  ['customers', 'forEditing', (customerId) => ({ customerId })],
  ['visits', 'ofCustomer', (customerId) => ({ customerId, show: 'all', before: null })],
  ['consents', 'ofCustomer', (customerId) => ({ customerId })],
  ['audit', 'ofCustomer', (customerId) => ({ customerId, beforeSequence: null })],
  ['customers', 'search', () => ({ text: 'Mallikas', limit: 10 })],
  ['audit', 'list', () => ({ filter: everything, before: null })],
  ['visits', 'addPractitioner', () => ({ id: uuidv7(), name: 'Lotta Koepelto' })],
  ['audit', 'verify', () => ({})],
];

const kindOf = (feature: string, name: string) =>
  procedures.find((one) => one.feature === feature && one.name === name)?.procedure.kind;

describe('when its row cannot be written', () => {
  it.each(
    calls.map(([feature, name, input]) => ({
      feature,
      name,
      input,
      action: `${feature}: ${name}`,
      kind: kindOf(feature, name),
    })),
  )('the $kind $action returns nothing', async ({ feature, name, input }) => {
    const { marja, customerId } = await withBrokenLog();
    const reply = await marja.reply(feature, name, input(customerId));
    expect(reply).toEqual({ ok: false, fault: { kind: 'unexpected', reference: expect.any(String) } });
    expect(marja.progress).toEqual([]);
  });

  it('a command changes nothing', async () => {
    const { register, marja } = await withBrokenLog();
    await marja.reply('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
    const { database } = await register.inside();
    const names = await database.read.selectFrom('practitioners').select('name').execute();
    expect(names.map(({ name }) => name)).not.toContain('Lotta Koepelto');
    expect(await database.read.selectFrom('command_results').select('procedure').execute()).toHaveLength(1);
  });

  it('an export writes no file, asks for none, and gives no passphrase', async () => {
    const { marja, customerId } = await withBrokenLog();
    expect(await exportOf(marja, customerId)).toMatchObject({ ok: false });
    expect(marja.host.saved.size).toBe(0);
    expect(marja.host.printed).toEqual([]);
  });

  it('the end of an export gives no passphrase, and its start is on record', async () => {
    const { register, marja, customerId } = await withBrokenLog('done');
    const reply = await exportOf(marja, customerId);
    expect(reply).toMatchObject({ ok: false });
    expect(JSON.stringify(reply)).not.toContain('passphrase');
    const { database } = await register.inside();
    const rows = await database.read
      .selectFrom('audit_events')
      .select('outcome')
      .where('action', '=', 'reports.exportCustomer')
      .orderBy('sequence')
      .execute();
    expect(rows.map(({ outcome }) => outcome)).toEqual(['started', 'failed']);
  });

  it('a search burst that has begun shows no more, as soon as its next row is due', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    await registerCustomer(marja);
    const search = () => marja.reply('customers', 'search', { text: 'Mallikas', limit: 10 });
    expect(await search()).toMatchObject({ ok: true });
    await tamper(await fileOf(register.folder), ({ connection }) =>
      connection.exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_events
        BEGIN SELECT RAISE(ABORT, 'the log is broken'); END`),
    );
    register.clock.advance(2_001);
    expect(await search()).toMatchObject({ ok: false });
  });
});

function exportOf(client: TestClient, customerId: string) {
  return client.reply('reports', 'exportCustomer', { customerId });
}

/** What may change or leave without a row, and why it may. */
const unlogged = {
  'audit.review': 'the program reads its own log and shows nothing',
  'drafts.save': 'sealed to its own author; saving the form is the deed',
  'drafts.discard': 'the author throws away what was never saved',
};

it('every command and every task leaves a row but for a few that are named here', () => {
  const without = procedures.filter(
    ({ procedure: { access, kind, audit } }) => access !== 'door' && kind !== 'query' && audit.log !== 'row',
  );
  expect(without.map(({ feature, name }) => `${feature}.${name}`).sort()).toEqual(
    Object.keys(unlogged).sort(),
  );
});

it('every query that names a customer leaves a row', () => {
  for (const { feature, name, procedure } of procedures) {
    if (procedure.access === 'door' || procedure.kind !== 'query') continue;
    const takesCustomer = procedure.input
      .safeParse({ customerId: 1 })
      .error?.issues.some(
        ({ path, code }: { path: PropertyKey[]; code: string }) =>
          path[0] === 'customerId' && code !== 'unrecognized_keys',
      );
    if (takesCustomer)
      expect([`${feature}.${name}`, procedure.audit.log]).toEqual([`${feature}.${name}`, 'row']);
  }
});
