import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, newestChanges, registerCustomer } from '#test/support/customers.ts';
import { procedures } from '#test/support/fuzz/fuzz.ts';
import { KnownIds } from '#test/support/fuzz/known-ids.ts';
import { likelyInputs, schemaOf } from '#test/support/fuzz/schema-inputs.ts';
import { type TestRegister, testRegister } from '#test/support/register.ts';

const details = {
  phone: '041 000 7351',
  email: 'salainen.osoite@posti.example',
  street: 'Piilokuja 77',
  postalCode: '99871',
  city: 'Salakylä',
};
const stored = { ...details, phone: '+358410007351', country: 'FI' };
const nothing = { phone: null, email: null, street: null, postalCode: null, city: null, country: 'FI' };
const secrets = ['410007351', '041 000 7351', 'salainen.osoite', 'Piilokuja', '99871', 'Salakylä'];

async function withProtected() {
  const register = await testRegister();
  const desk = await register.as('reception');
  const customerId = await registerCustomer(desk, { ...details, contactProtected: true });
  return { register, desk, customerId };
}

function edit(desk: TestClient, customerId: string, version: number, changes: Partial<CustomerFormInput>) {
  const form = { ...ainoMallikas, ...details, ...changes };
  return desk.call('customers', 'edit', { customerId, expectedVersion: version, form });
}

async function logged(register: TestRegister, action: string) {
  const { database } = await register.inside();
  const rows = await database.read
    .selectFrom('audit_events')
    .innerJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
    .select(['customer_id', 'actor_name', 'body'])
    .where('action', '=', action)
    .execute();
  return rows.map(({ body, ...row }) => ({ ...row, details: JSON.parse(body) }));
}

describe('protected contact details', () => {
  it('are on no card, in no form and in no list, only the word that they are protected', async () => {
    const { desk, customerId } = await withProtected();
    const shown = { ...nothing, contactProtected: true };
    expect(await desk.call('customers', 'card', { customerId })).toMatchObject(shown);
    expect(await desk.call('customers', 'forEditing', { customerId })).toMatchObject(shown);
    const { hits } = await desk.call('customers', 'search', { text: 'mallikas', limit: 50 });
    expect(hits).toEqual([expect.objectContaining({ phone: null, contactProtected: true })]);
  });

  it('are shown for a reason, which the log keeps with the name of who asked', async () => {
    const { register, desk, customerId } = await withProtected();
    const reason = 'Ajan siirto, asiakas odottaa soittoa';
    expect(await desk.call('customers', 'revealContact', { customerId, reason })).toEqual({
      ...stored,
      records: [],
    });
    expect(await logged(register, 'customers.revealContact')).toEqual([
      { customer_id: customerId, actor_name: 'Helmi Testola', details: { reason } },
    ]);
  });

  it('tell a manager in the log why they were shown', async () => {
    const { register, desk, customerId } = await withProtected();
    await desk.call('customers', 'revealContact', { customerId, reason: 'Ajan siirto' });
    const { database } = await register.inside();
    const row = await database.read
      .selectFrom('audit_events')
      .select('sequence')
      .where('action', '=', 'customers.revealContact')
      .executeTakeFirstOrThrow();
    const { values } = await (await register.as('manager')).call('audit', 'values', row);
    expect(values).toEqual({ kind: 'reason', reason: 'Ajan siirto' });
  });

  it('are not shown without a reason', async () => {
    const { desk, customerId } = await withProtected();
    const reply = await desk.reply('customers', 'revealContact', { customerId, reason: '  ' });
    expect(reply).toEqual({ ok: false, fault: { kind: 'invalid-input', fields: { reason: 'required' } } });
  });

  it('leave no copy behind in the answers that the register keeps', async () => {
    const { register, desk, customerId } = await withProtected();
    await desk.call('customers', 'revealContact', { customerId, reason: 'Soitto' });
    const { database } = await register.inside();
    const kept = await database.read.selectFrom('command_results').select('procedure').execute();
    expect(kept.map(({ procedure }) => procedure)).not.toContain('customers.revealContact');
  });

  it('cannot be found out by guessing them into the search, digit by digit', async () => {
    const { desk } = await withProtected();
    for (const text of ['041', '7351', '0410007351', 'salainen', 'salainen.osoite@posti.example']) {
      expect(await desk.call('customers', 'search', { text, limit: 5 })).toEqual({ hits: [], more: false });
    }
  });

  it('are found and shown again when the protection ends', async () => {
    const { desk, customerId } = await withProtected();
    await edit(desk, customerId, 1, { contactProtected: false });
    expect(await desk.call('customers', 'card', { customerId })).toMatchObject(stored);
    const { hits } = await desk.call('customers', 'search', { text: '7351', limit: 5 });
    expect(hits).toHaveLength(1);
  });

  it('are masked in the history and in the log, earlier ones too', async () => {
    const { register, desk, customerId } = await withProtected();
    await edit(desk, customerId, 1, { contactProtected: true, phone: '041 000 9999' });
    const expected = { field: 'phone', oldValue: '••••', newValue: '••••' };
    expect(await newestChanges(desk, customerId)).toEqual([expect.objectContaining(expected)]);
    const { database } = await register.inside();
    const row = await database.read
      .selectFrom('audit_events')
      .select('sequence')
      .where('action', '=', 'customers.edit')
      .executeTakeFirstOrThrow();
    const manager = await register.as('manager');
    const { values } = await manager.call('audit', 'values', row);
    expect(values).toMatchObject({ changes: [{ field: 'phone', before: '••••', after: '••••' }] });
  });

  it('give a possible double away only to who typed the whole number, and without the rest', async () => {
    const { desk } = await withProtected();
    const typed = { hetu: '', lastName: 'Muu', firstNames: 'Nimi', birthDate: '', except: null };
    const alike = await desk.call('customers', 'similar', { ...typed, phone: details.phone });
    expect(alike).toEqual([
      expect.objectContaining({ same: ['phone'], phone: null, street: null, contactProtected: true }),
    ]);
    expect(await desk.call('customers', 'similar', { ...typed, phone: '041 000 735' })).toEqual([]);
  });
});

const queries = procedures.filter(
  ({ procedure }) => procedure.kind === 'query' && procedure.access !== 'door',
);

it.each(queries.map((named) => [`${named.feature}.${named.name}`, named] as const))(
  'no answer of %s holds protected contact details',
  async (action, { feature, name, procedure }) => {
    const { register, desk, customerId } = await withProtected();
    await edit(desk, customerId, 1, { contactProtected: true, phone: '041 000 7351', email: '' });
    const everything = await register.as('all');
    const groupId = uuidv7();
    await everything.call('customers', 'addGroup', { id: groupId, name: 'Äänikirjeet' });
    await everything.call('customers', 'setGroups', { customerId, groupIds: [groupId] });
    const ids = new KnownIds();
    ids.learn({ customerId }, 'customer');
    const texts = ['mallikas', '0410007351', 'salainen', 'piilokuja'];
    let served = 0;
    for (const [index, input] of fc
      .sample(likelyInputs(schemaOf(procedure)), { numRuns: 12, seed: 3 })
      .entries()) {
      const asked = ids.resolve(input) as Record<string, unknown>;
      if ('customerId' in asked) asked.customerId = customerId;
      if ('groupId' in asked) asked.groupId = groupId;
      if ('after' in asked) asked.after = null;
      if ('text' in asked) asked.text = texts[index % texts.length];
      const reply = await everything.reply(feature, name, asked);
      if (reply.ok) served += 1;
      const answer = JSON.stringify(reply);
      for (const secret of secrets) expect(answer).not.toContain(secret);
    }
    // A draft is opened by the id of one's own only, and holds what that person typed.
    if (action !== 'drafts.open') expect(served).toBeGreaterThan(0);
  },
);
