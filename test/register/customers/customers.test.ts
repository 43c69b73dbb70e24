import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, newestChanges, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

async function atTheDesk() {
  const register = await testRegister();
  return { register, desk: await register.as('reception') };
}

function edit(
  desk: TestClient,
  customerId: string,
  expectedVersion: number,
  changes: Partial<CustomerFormInput>,
) {
  return desk.call('customers', 'edit', {
    customerId,
    expectedVersion,
    form: { ...ainoMallikas, ...changes },
  });
}

describe('registering a customer', () => {
  it('gives numbers from 10001 up, each once', async () => {
    const { desk } = await atTheDesk();
    expect(await desk.call('customers', 'nextNumber', {})).toEqual({ number: 10001 });
    const first = await desk.call('customers', 'register', {
      id: uuidv7(),
      form: ainoMallikas,
      consents: [],
    });
    expect(first.number).toBe(10001);
    await registerCustomer(desk, { lastName: 'Virta' });
    expect(await desk.call('customers', 'nextNumber', {})).toEqual({ number: 10003 });
  });

  it('keeps a hurried name as one reads it', async () => {
    const { desk } = await atTheDesk();
    const id = await registerCustomer(desk, {
      lastName: '  von  Essen-A\u0308ija\u0308la\u0308 ',
      firstNames: 'A\u030Ake\u00a0  O\u0308rjan ',
      street: ' Koekuja  4 B 12',
    });
    expect(await desk.call('customers', 'card', { customerId: id })).toMatchObject({
      lastName: 'von Essen-Äijälä',
      firstNames: 'Åke Örjan',
      street: 'Koekuja 4 B 12',
    });
  });

  it('keeps everything that was typed, in one form of each value', async () => {
    const { desk } = await atTheDesk();
    const customerId = await registerCustomer(desk, { hetu: '140387-924p', birthDate: '' });
    expect(await desk.call('customers', 'forEditing', { customerId })).toMatchObject({
      version: 1,
      number: 10001,
      hetu: '140387-924P',
      birthDate: '1987-03-14',
      sex: 'female',
      lastName: 'Mallikas',
      firstNames: 'Aino Helena',
      nameInUse: 'Aino',
      phone: '+358400000182',
      email: 'aino.mallikas@posti.example',
      street: 'Koekuja 4 B 12',
      postalCode: '13100',
      city: 'Hämeenlinna',
      source: 'customer',
      sourceAt: '2026-11-18T12:32:07.000Z',
      updatedBy: 'Helmi Testola',
    });
  });

  it('shows the identity code masked, and whole only when it is asked for, which is logged', async () => {
    const { desk } = await atTheDesk();
    const customerId = await registerCustomer(desk, { hetu: '140387-924P' });
    const card = await desk.call('customers', 'card', { customerId });
    expect(card.maskedHetu).toBe('140387-••••');
    expect(JSON.stringify(card)).not.toContain('924P');
    expect(await desk.call('customers', 'revealHetu', { customerId })).toEqual({ hetu: '140387-924P' });
    const { events } = await desk.call('audit', 'ofCustomer', { customerId, beforeSequence: null });
    expect(events.map(({ action }) => action)).toContain('customers.revealHetu');
  });

  it('refuses an identity code that another customer has, and names that customer', async () => {
    const { desk } = await atTheDesk();
    const owner = await registerCustomer(desk, { hetu: '140387-924P' });
    const other = await registerCustomer(desk, { lastName: 'Virta' });
    const taken = {
      kind: 'rule-broken',
      rule: 'hetu-taken',
      facts: { customerId: owner, customerNumber: 10001 },
    };
    await expect(registerCustomer(desk, { hetu: '140387-924P' })).rejects.toMatchObject({ fault: taken });
    await expect(edit(desk, other, 1, { hetu: '140387-924P' })).rejects.toMatchObject({ fault: taken });
    expect(await desk.call('customers', 'nextNumber', {})).toEqual({ number: 10003 });
  });

  it('records the first consents in the same transaction', async () => {
    const { desk } = await atTheDesk();
    const wordings = await desk.call('consents', 'wordings', {});
    const wordingId = wordings.find(({ purpose }) => purpose === 'customer-surveys')?.id ?? null;
    const entry = {
      id: uuidv7(),
      purpose: 'customer-surveys',
      channels: ['email'],
      act: 'given',
      wordingId,
      language: 'fi',
      way: 'orally',
      note: '',
    } as const;
    const register = (changes: object) =>
      desk.call('customers', 'register', {
        id: uuidv7(),
        form: ainoMallikas,
        consents: [{ ...entry, ...changes, channels: ['email'] }],
      });
    await expect(register({ wordingId: uuidv7() })).rejects.toMatchObject({
      fault: { rule: 'wording-replaced' },
    });
    const { id } = await register({});
    const { hits } = await desk.call('customers', 'search', { text: 'mallikas', limit: 10 });
    expect(hits.map((hit) => [hit.id, hit.marks.surveys, hit.marks.marketing])).toEqual([
      [id, 'given', 'not-asked'],
    ]);
  });

  it.each([
    ['sex', { sex: '' }, 'choose-sex'],
    ['source', { source: null }, 'choose-source'],
    ['birthDate', { birthDate: '' }, 'birth-date-or-hetu'],
    ['birthDate', { hetu: '140387-924P', birthDate: '15.3.1987' }, 'hetu-and-birth-date-differ'],
    ['email', { email: 'aino.mallikas.posti.example' }, 'email-no-at'],
    ['city', { city: '' }, 'address-incomplete'],
    ['lastName', { lastName: ' ' }, 'required'],
  ])('says what is wrong with %s', async (field, changes, issue) => {
    const { desk } = await atTheDesk();
    const form = { ...ainoMallikas, ...changes };
    const reply = await desk.reply('customers', 'register', { id: uuidv7(), form, consents: [] });
    expect(reply).toEqual({
      ok: false,
      fault: { kind: 'invalid-input', fields: { [`form.${field}`]: issue } },
    });
  });
});

describe('editing a customer', () => {
  it('keeps the old value of every changed field with who, when and source', async () => {
    const { register, desk } = await atTheDesk();
    const customerId = await registerCustomer(desk, { hetu: '140387-924P' });
    register.clock.advance(60_000);
    const manager = await register.as('manager');
    const { version } = await edit(manager, customerId, 1, {
      hetu: '',
      lastName: 'Mallikas-Virta',
      phone: '',
      source: 'population-register',
    });
    expect(version).toBe(2);
    const history = await newestChanges(desk, customerId);
    const common = {
      ...{ at: '2026-11-18T12:33:07.000Z', by: 'Ida Näytesalo', source: 'population-register' },
      ...{ oldRecord: null, newRecord: null, other: null },
    };
    expect(history.map(({ id: _, ...change }) => change)).toEqual([
      { ...common, field: 'hetu', oldValue: '140387-••••', newValue: null },
      { ...common, field: 'lastName', oldValue: 'Mallikas', newValue: 'Mallikas-Virta' },
      { ...common, field: 'phone', oldValue: '+358400000182', newValue: null },
      { ...common, field: 'source', oldValue: 'customer', newValue: 'population-register' },
    ]);
  });

  it('refuses to save over a newer version and names the fields that changed meanwhile', async () => {
    const { register, desk } = await atTheDesk();
    const customerId = await registerCustomer(desk);
    const manager = await register.as('manager');
    await edit(manager, customerId, 1, { email: 'aino@posti.example' });
    await edit(manager, customerId, 2, { email: 'aino@posti.example', phone: '050 000 0311' });
    await expect(edit(desk, customerId, 1, { lastName: 'Virta' })).rejects.toMatchObject({
      fault: { kind: 'conflict', changed: ['email', 'phone'] },
    });
    const card = await desk.call('customers', 'card', { customerId });
    expect(card).toMatchObject({ lastName: 'Mallikas', email: 'aino@posti.example', version: 3 });
  });

  it('without a change makes no new version', async () => {
    const { desk } = await atTheDesk();
    const customerId = await registerCustomer(desk);
    expect(await edit(desk, customerId, 1, { source: 'employer' })).toEqual({ version: 1 });
    expect(await newestChanges(desk, customerId)).toEqual([]);
  });

  it('logs which fields changed but not their values', async () => {
    const { desk } = await atTheDesk();
    const customerId = await registerCustomer(desk);
    await edit(desk, customerId, 1, { lastName: 'Virta' });
    const { events } = await desk.call('audit', 'ofCustomer', { customerId, beforeSequence: null });
    expect(events.find(({ action }) => action === 'customers.edit')?.details).toEqual({
      version: 2,
      fields: ['lastName'],
    });
  });

  it.each([
    ['card', {}],
    ['revealHetu', {}],
    ['forEditing', {}],
    ['history', { before: null }],
  ])('%s of a customer who does not exist is not found', async (name, rest) => {
    const { desk } = await atTheDesk();
    const reply = await desk.reply('customers', name, { customerId: uuidv7(), ...rest });
    expect(reply).toEqual({ ok: false, fault: { kind: 'not-found' } });
  });
});

describe('likely duplicates', () => {
  const nobody = { hetu: '', lastName: '', firstNames: '', birthDate: '', phone: '', except: null };

  it('are those with the same identity code, name and birth date, or phone, strongest first', async () => {
    const { desk } = await atTheDesk();
    const byPhone = await registerCustomer(desk, { lastName: 'Virta', birthDate: '1.1.1990' });
    const byName = await registerCustomer(desk, { phone: '', hetu: '140387-924P' });
    const alike = await desk.call('customers', 'similar', {
      ...nobody,
      lastName: 'MALLIKAS',
      firstNames: 'Aino',
      birthDate: '14.3.87',
      phone: '0400000182',
    });
    expect(alike.map(({ id, same }) => [id, same])).toEqual([
      [byName, ['name-and-birth-date']],
      [byPhone, ['phone']],
    ]);
    const owner = await desk.call('customers', 'similar', { ...nobody, hetu: '140387-924P' });
    expect(owner.map(({ id, same }) => [id, same])).toEqual([[byName, ['hetu']]]);
  });

  it('are nobody while there is nothing to compare', async () => {
    const { desk } = await atTheDesk();
    await registerCustomer(desk);
    expect(await desk.call('customers', 'similar', nobody)).toEqual([]);
    expect(
      await desk.call('customers', 'similar', { ...nobody, lastName: 'Mallikas', phone: '040' }),
    ).toEqual([]);
    expect(await desk.call('customers', 'similar', { ...nobody, birthDate: '14.3.1987' })).toEqual([]);
  });

  it('never include the customer being edited, and are five at most', async () => {
    const { desk } = await atTheDesk();
    const ids: string[] = [];
    for (const _ of [1, 2, 3, 4, 5, 6, 7]) ids.push(await registerCustomer(desk));
    const alike = await desk.call('customers', 'similar', {
      ...nobody,
      phone: '040 000 0182',
      except: ids[0] ?? null,
    });
    expect(alike).toHaveLength(5);
    expect(alike.map(({ id }) => id)).not.toContain(ids[0]);
  });
});
