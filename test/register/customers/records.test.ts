import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { contactFacts } from '#main/register/features/customers/contact-facts.ts';
import { customersPersonalData } from '#main/register/features/customers/personal-data.ts';
import type { RecordInput } from '#shared/features/customers/records.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, endOf, newestChanges, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

async function atTheDesk() {
  const register = await testRegister();
  const desk = await register.as('reception');
  return { register, desk, customerId: await registerCustomer(desk) };
}

async function add(desk: TestClient, customerId: string, record: RecordInput): Promise<string> {
  const id = uuidv7();
  await desk.call('customers', 'addRecord', { id, customerId, record, source: 'customer' });
  return id;
}

async function recordsOn(desk: TestClient, customerId: string) {
  return (await desk.call('customers', 'card', { customerId })).records;
}

async function namesFound(desk: TestClient, text: string): Promise<string[]> {
  const { hits } = await desk.call('customers', 'search', { text, limit: 10 });
  return hits.map(({ lastName }) => lastName);
}

const invoicing: RecordInput = {
  kind: 'address',
  use: 'invoicing',
  recipient: 'Kuvitelma Oy',
  street: 'Laskukuja 3',
  postalCode: '00100',
  city: 'Helsinki',
  country: 'FI',
  validFrom: '1.1.2026',
  validUntil: '',
};
const formerName: RecordInput = { kind: 'name', use: 'former', lastName: 'Öhmälä', firstNames: '' };
const formerNameShown = { ...formerName, firstNames: null };
const note: RecordInput = { kind: 'note', text: 'Soittaa ovikelloa kahdesti' };
const creditCheck: RecordInput = {
  kind: 'credit-check',
  result: 'clear',
  checkedOn: '2.11.2026',
  reference: 'K-31',
  provider: 'Luottoyhtiö Keksitty',
};
const guardian = (otherId: string, validFrom = '1.1.2026', validUntil = ''): RecordInput => ({
  kind: 'guardian',
  otherId,
  validFrom,
  validUntil,
});

describe('what is recorded beside the form', () => {
  it('stands on the card with its source, its time and who wrote it down', async () => {
    const { desk, customerId } = await atTheDesk();
    for (const record of [invoicing, formerName, note, creditCheck]) await add(desk, customerId, record);
    const records = await recordsOn(desk, customerId);
    expect(records.map(({ record }) => record)).toEqual([
      { ...invoicing, validFrom: '2026-01-01', validUntil: null },
      { ...formerName, firstNames: null },
      note,
      { ...creditCheck, checkedOn: '2026-11-02' },
    ]);
    for (const { source, sourceAt, recordedBy } of records) {
      expect({ source, sourceAt, recordedBy }).toEqual({
        source: 'customer',
        sourceAt: '2026-11-18T12:32:07.000Z',
        recordedBy: 'Helmi Testola',
      });
    }
  });

  it('goes when it is taken away, and the history keeps what it was, newest first', async () => {
    const { register, desk, customerId } = await atTheDesk();
    const id = await add(desk, customerId, note);
    register.clock.advance(60_000);
    await desk.call('customers', 'removeRecord', { customerId, id });
    expect(await recordsOn(desk, customerId)).toEqual([]);
    expect(await newestChanges(desk, customerId)).toMatchObject([
      { field: 'note', oldRecord: note, newRecord: null, by: 'Helmi Testola', source: 'customer' },
      { field: 'note', oldRecord: null, newRecord: note, by: 'Helmi Testola', source: 'customer' },
    ]);
    expect(await desk.reply('customers', 'removeRecord', { customerId, id })).toMatchObject({
      fault: { kind: 'not-found' },
    });
  });

  it('of somebody else is not taken away through another customer', async () => {
    const { desk, customerId } = await atTheDesk();
    const other = await registerCustomer(desk, { lastName: 'Virta', phone: '' });
    const id = await add(desk, other, note);
    const reply = await desk.reply('customers', 'removeRecord', { customerId, id });
    expect(reply).toMatchObject({ fault: { kind: 'not-found' } });
    expect(await recordsOn(desk, other)).toHaveLength(1);
  });

  describe('that was taken away by a slip', () => {
    it('is put back as it was: from the same source, of the same time, written down by the same person', async () => {
      const { register, desk, customerId } = await atTheDesk();
      const manager = await register.as('manager');
      const id = await add(desk, customerId, formerName);
      const before = await recordsOn(desk, customerId);
      register.clock.advance(86_400_000);
      await manager.call('customers', 'removeRecord', { customerId, id });
      expect(await namesFound(desk, 'öhmä')).toEqual([]);
      await manager.call('customers', 'restoreRecord', { customerId, id });
      expect(await recordsOn(desk, customerId)).toEqual(before);
      expect(await namesFound(desk, 'öhmä')).toEqual(['Mallikas']);
      expect(await newestChanges(desk, customerId)).toMatchObject([
        { oldRecord: null, newRecord: formerNameShown, by: 'Ida Näytesalo' },
        { oldRecord: formerNameShown, newRecord: null, by: 'Ida Näytesalo' },
        { oldRecord: null, newRecord: formerNameShown, by: 'Helmi Testola' },
      ]);
    });

    it('keeps its first time and recorder however often it goes and comes', async () => {
      const { register, desk, customerId } = await atTheDesk();
      const manager = await register.as('manager');
      const id = await add(desk, customerId, note);
      const before = await recordsOn(desk, customerId);
      for (let round = 0; round < 2; round += 1) {
        register.clock.advance(60_000);
        await manager.call('customers', 'removeRecord', { customerId, id });
        await manager.call('customers', 'restoreRecord', { customerId, id });
      }
      expect(await recordsOn(desk, customerId)).toEqual(before);
    });

    it('comes back whole although the card does not show it', async () => {
      const register = await testRegister();
      const desk = await register.as('reception');
      const customerId = await registerCustomer(desk, { contactProtected: true });
      const id = await add(desk, customerId, invoicing);
      await desk.call('customers', 'removeRecord', { customerId, id });
      await desk.call('customers', 'restoreRecord', { customerId, id });
      const { records } = await desk.call('customers', 'revealContact', { customerId, reason: 'Lasku' });
      expect(records).toMatchObject([{ record: { recipient: 'Kuvitelma Oy', street: 'Laskukuja 3' } }]);
    });

    it('is put back by whoever took it away, at once, and only once', async () => {
      const { register, desk, customerId } = await atTheDesk();
      const manager = await register.as('manager');
      const id = await add(desk, customerId, note);
      const restored = (client: TestClient) => client.reply('customers', 'restoreRecord', { customerId, id });
      expect(await restored(desk)).toMatchObject({ fault: { kind: 'not-found' } });
      await desk.call('customers', 'removeRecord', { customerId, id });
      expect(await restored(manager)).toMatchObject({
        fault: { rule: 'not-own-recording', facts: { recordedBy: 'Helmi Testola' } },
      });
      register.clock.advance(31 * 60_000);
      expect(await restored(desk)).toMatchObject({ fault: { rule: 'undo-too-late' } });
      register.clock.advance(-31 * 60_000);
      expect(await restored(desk)).toMatchObject({ ok: true });
      expect(await restored(desk)).toMatchObject({ fault: { kind: 'not-found' } });
      expect(await recordsOn(desk, customerId)).toHaveLength(1);
    });
  });

  it.each<[string, object, string]>([
    ['a Finnish address without a postal code', { ...invoicing, postalCode: '' }, 'record.postalCode'],
    ['a Finnish address with a foreign one', { ...invoicing, postalCode: '1012 AB' }, 'record.postalCode'],
    ['an end before the beginning', { ...invoicing, validUntil: '1.12.2025' }, 'record.validUntil'],
    ['a name without any', { kind: 'name', use: 'other', lastName: ' ', firstNames: '' }, 'record.lastName'],
    ['a credit check of tomorrow', { ...creditCheck, checkedOn: '1.1.2999' }, 'record.checkedOn'],
  ])('refuses %s', async (_what, record, field) => {
    const { desk, customerId } = await atTheDesk();
    const input = { id: uuidv7(), customerId, record, source: 'customer' };
    const reply = await desk.reply('customers', 'addRecord', input);
    expect(reply).toMatchObject({
      fault: { kind: 'invalid-input', fields: { [field]: expect.any(String) } },
    });
  });

  it('takes an address abroad with its country and whatever postal code is used there', async () => {
    const { desk, customerId } = await atTheDesk();
    const abroad = {
      ...invoicing,
      street: 'Keizersgracht 1',
      postalCode: '1012 AB',
      city: 'Amsterdam',
      country: 'NL',
    };
    await add(desk, customerId, abroad as RecordInput);
    await add(desk, customerId, {
      ...invoicing,
      postalCode: '',
      city: 'Dublin',
      country: 'IE',
    } as RecordInput);
    expect(await recordsOn(desk, customerId)).toHaveLength(2);
  });
});

describe('an earlier name', () => {
  it('finds the customer, also after an edit, until it is taken away', async () => {
    const { desk, customerId } = await atTheDesk();
    const id = await add(desk, customerId, formerName);
    expect(await namesFound(desk, 'öhmä')).toEqual(['Mallikas']);
    const form = { ...ainoMallikas, phone: '050 000 0311' };
    await desk.call('customers', 'edit', { customerId, expectedVersion: 1, form });
    expect(await namesFound(desk, 'öhmälä aino')).toEqual(['Mallikas']);
    await desk.call('customers', 'removeRecord', { customerId, id });
    expect(await namesFound(desk, 'öhmä')).toEqual([]);
  });
});

describe('a guardian', () => {
  const child = { lastName: 'Mallikas', firstNames: 'Venla', birthDate: '21.6.2014', hetu: '', phone: '' };

  it('is named in the history of the minor, also after the link is taken away', async () => {
    const { desk, customerId } = await atTheDesk();
    const venla = await registerCustomer(desk, child);
    const id = await add(desk, venla, guardian(customerId));
    await desk.call('customers', 'removeRecord', { customerId: venla, id });
    const other = { customerId, number: 10001, lastName: 'Mallikas', firstNames: 'Aino Helena' };
    expect(await newestChanges(desk, venla)).toMatchObject([
      { newRecord: null, other },
      { oldRecord: null, other },
    ]);
  });

  it('stands on the cards of both, with the time', async () => {
    const { desk, customerId } = await atTheDesk();
    const venla = await registerCustomer(desk, child);
    await add(desk, venla, guardian(customerId));
    expect(await recordsOn(desk, venla)).toMatchObject([
      { record: { kind: 'guardian' }, other: { customerId, number: 10001, lastName: 'Mallikas' } },
    ]);
    const { wards } = await desk.call('customers', 'card', { customerId });
    expect(wards).toEqual([
      {
        ...{ customerId: venla, number: 10002, lastName: 'Mallikas', firstNames: 'Venla' },
        ...{ birthDate: '2014-06-21', validFrom: '2026-01-01', validUntil: null },
      },
    ]);
  });

  it('is known to who contacts the child while it holds, and no longer at eighteen', async () => {
    const { register, desk, customerId } = await atTheDesk();
    const venla = await registerCustomer(desk, child);
    await add(desk, venla, guardian(customerId));
    const { database } = await register.inside();
    const hasGuardian = async (on: string) =>
      (await contactFacts(database.read, [venla], on)).get(venla)?.hasGuardian;
    expect(await hasGuardian('2025-12-31')).toBe(false);
    expect(await hasGuardian('2026-01-01')).toBe(true);
    expect(await hasGuardian('2032-06-20')).toBe(true);
    expect(await hasGuardian('2032-06-21')).toBe(false);
  });

  it('is refused for a grown-up, for oneself and for nobody', async () => {
    const { desk, customerId } = await atTheDesk();
    const venla = await registerCustomer(desk, child);
    const reply = (ward: string, other: string) =>
      desk.reply('customers', 'addRecord', {
        ...{ id: uuidv7(), customerId: ward, source: 'customer', record: guardian(other) },
      });
    expect(await reply(customerId, venla)).toMatchObject({
      fault: { rule: 'guardian-of-adult', facts: { age: 39 } },
    });
    expect(await reply(venla, venla)).toMatchObject({ fault: { kind: 'not-found' } });
    expect(await reply(venla, uuidv7())).toMatchObject({ fault: { kind: 'not-found' } });
  });
});

describe('addresses of a customer under turvakielto', () => {
  it('are hidden like the home address, and come with the reason', async () => {
    const { desk, customerId } = await atTheDesk();
    await add(desk, customerId, invoicing);
    const form = { ...ainoMallikas, contactProtected: true };
    await desk.call('customers', 'edit', { customerId, expectedVersion: 1, form });
    const [hidden] = await recordsOn(desk, customerId);
    expect(hidden?.record).toMatchObject({ street: null, city: null, recipient: null, use: 'invoicing' });
    const history = JSON.stringify(await newestChanges(desk, customerId));
    expect(history).not.toContain('Laskukuja');
    const revealed = await desk.call('customers', 'revealContact', { customerId, reason: 'Lasku' });
    expect(revealed.records).toMatchObject([{ record: { street: 'Laskukuja 3' } }]);
  });
});

describe('groups', () => {
  async function withGroups() {
    const at = await atTheDesk();
    const manager = await at.register.as('manager');
    const [physio, series] = [uuidv7(), uuidv7()];
    await manager.call('customers', 'addGroup', { id: physio, name: 'Fysioterapia' });
    await manager.call('customers', 'addGroup', { id: series, name: 'Sarjakortti 10' });
    return { ...at, manager, physio, series };
  }

  it('are made by managers and set at the desk, and the history tells', async () => {
    const { desk, customerId, physio, series } = await withGroups();
    await desk.call('customers', 'setGroups', { customerId, groupIds: [physio, series] });
    await desk.call('customers', 'setGroups', { customerId, groupIds: [series] });
    expect(await recordsOn(desk, customerId)).toMatchObject([
      { record: { kind: 'group', name: 'Sarjakortti 10' }, groupId: series },
    ]);
    const history = await newestChanges(desk, customerId);
    expect(history.map(({ field }) => field)).toEqual(['group', 'group', 'group']);
    expect(await desk.call('customers', 'groups', {})).toMatchObject([
      { name: 'Fysioterapia', members: 0 },
      { name: 'Sarjakortti 10', members: 1 },
    ]);
    const reply = await desk.reply('customers', 'addGroup', { id: uuidv7(), name: 'Oma' });
    expect(reply).toMatchObject({ fault: { kind: 'forbidden' } });
  });

  it('stand in the order of the Finnish alphabet, whatever the letters’ size', async () => {
    const { manager } = await withGroups();
    for (const name of ['aamujooga', 'Öljyhoidot', 'Älykellot', 'Ålandsresan', 'Zumba']) {
      await manager.call('customers', 'addGroup', { id: uuidv7(), name });
    }
    expect((await manager.call('customers', 'groups', {})).map(({ name }) => name)).toEqual([
      ...['aamujooga', 'Fysioterapia', 'Sarjakortti 10', 'Zumba'],
      ...['Ålandsresan', 'Älykellot', 'Öljyhoidot'],
    ]);
  });

  it('list their customers in name order, page by page, without protected contact details', async () => {
    const { desk, manager, physio } = await withGroups();
    const join = async (details: Parameters<typeof registerCustomer>[1]) => {
      const id = await registerCustomer(desk, { hetu: '', birthDate: '1.1.1980', ...details });
      await desk.call('customers', 'setGroups', { customerId: id, groupIds: [physio] });
      return id;
    };
    const oberg = await join({ lastName: 'Öberg', firstNames: 'Ulla', phone: '' });
    const aalto = await join({ lastName: 'Åalto', firstNames: 'Mikko', contactProtected: true });
    for (let n = 10; n < 60; n += 1) await join({ lastName: `Kanarinen${n}`, firstNames: 'Aino', phone: '' });
    const first = await desk.call('customers', 'groupMembers', { groupId: physio, after: null });
    expect(first.more).toBe(true);
    expect(first.members.map(({ lastName }) => lastName)).toEqual(
      Array.from({ length: 50 }, (_, n) => `Kanarinen${n + 10}`),
    );
    const second = await desk.call('customers', 'groupMembers', { groupId: physio, after: endOf(first) });
    expect(second).toMatchObject({
      more: false,
      members: [
        { id: aalto, lastName: 'Åalto', phone: null, contactProtected: true },
        { id: oberg, lastName: 'Öberg' },
      ],
    });
    expect(JSON.stringify(second)).not.toContain('0182');
    const gone = await manager.reply('customers', 'groupMembers', { groupId: uuidv7(), after: null });
    expect(gone).toMatchObject({ fault: { kind: 'not-found' } });
  });

  it('are renamed by a manager: the customers stay, and both histories tell what it was called when', async () => {
    const { register, desk, manager, customerId, physio } = await withGroups();
    await desk.call('customers', 'setGroups', { customerId, groupIds: [physio] });
    const edit = { id: physio, expectedVersion: 1, name: 'Selkäryhmä', isRetired: false };
    expect(await desk.reply('customers', 'editGroup', edit)).toMatchObject({ fault: { kind: 'forbidden' } });
    await manager.call('customers', 'editGroup', edit);
    expect((await recordsOn(desk, customerId)).map(({ record }) => record)).toEqual([
      { kind: 'group', name: 'Selkäryhmä' },
    ]);
    const [joined] = await newestChanges(desk, customerId);
    expect(joined).toMatchObject({ newRecord: { kind: 'group', name: 'Fysioterapia' } });
    await manager.call('customers', 'editGroup', { ...edit, expectedVersion: 2, isRetired: true });
    expect(await manager.call('customers', 'groupChanges', { groupId: physio })).toMatchObject([
      { field: 'retired', oldValue: null, newValue: null },
      { field: 'name', oldValue: 'Fysioterapia', newValue: 'Selkäryhmä', by: 'Ida Näytesalo' },
      { field: 'added', oldValue: null, newValue: 'Fysioterapia' },
    ]);
    const late = await manager.reply('customers', 'editGroup', edit);
    expect(late).toMatchObject({ fault: { kind: 'conflict', changed: ['version'] } });
    const { database } = await register.inside();
    const unlawful = database.write((tx) => tx.deleteFrom('customer_group_changes').execute());
    await expect(unlawful).rejects.toThrow('cannot be deleted');
  });

  it('that are retired keep their customers and take no new ones; no two have one name', async () => {
    const { desk, manager, customerId, physio, series } = await withGroups();
    await desk.call('customers', 'setGroups', { customerId, groupIds: [physio] });
    await manager.call('customers', 'editGroup', {
      ...{ id: physio, expectedVersion: 1, name: 'Fysioterapia', isRetired: true },
    });
    await desk.call('customers', 'setGroups', { customerId, groupIds: [physio, series] });
    expect(await recordsOn(desk, customerId)).toHaveLength(2);
    const other = await registerCustomer(desk, { lastName: 'Virta', phone: '' });
    const late = await desk.reply('customers', 'setGroups', { customerId: other, groupIds: [physio] });
    expect(late).toMatchObject({ fault: { kind: 'not-found' } });
    const twice = await manager.reply('customers', 'addGroup', { id: uuidv7(), name: 'Sarjakortti 10' });
    expect(twice).toMatchObject({ fault: { kind: 'conflict', changed: ['name'] } });
  });
});

it('the access report holds every record and every record that went, unaltered', async () => {
  const { register, desk, customerId } = await atTheDesk();
  for (const record of [invoicing, formerName, note, creditCheck]) await add(desk, customerId, record);
  const [first] = await recordsOn(desk, customerId);
  await desk.call('customers', 'removeRecord', { customerId, id: first?.id ?? '' });
  const venla = await registerCustomer(desk, { firstNames: 'Venla', birthDate: '21.6.2014', phone: '' });
  await add(desk, venla, guardian(customerId));
  const { database } = await register.inside();
  const data = await customersPersonalData.collect(database.read, customerId);
  expect(data.records.map(({ record }) => record.kind)).toEqual(['name', 'note', 'credit-check']);
  expect(data.recordChanges).toHaveLength(5);
  expect(data.recordChanges[0]?.oldRecord).toMatchObject({ street: 'Laskukuja 3' });
  expect(data.guardianOf).toEqual([{ customerNumber: 10002, validFrom: '2026-01-01', validUntil: null }]);
});

describe('an identity code that was changed', () => {
  it('finds the customer when a manager types the old one whole, and not when the desk does', async () => {
    const register = await testRegister();
    const [desk, manager] = [await register.as('reception'), await register.as('manager')];
    const customerId = await registerCustomer(desk, { hetu: '140387-924P', birthDate: '' });
    const form = { ...ainoMallikas, hetu: '140387-931X', sex: 'male' as const };
    await desk.call('customers', 'edit', { customerId, expectedVersion: 1, form });
    for (const client of [desk, manager])
      expect(await namesFound(client, '140387-931X')).toEqual(['Mallikas']);
    expect(await namesFound(manager, '140387-924P')).toEqual(['Mallikas']);
    expect(await namesFound(desk, '140387-924P')).toEqual([]);
    const history = await newestChanges(desk, customerId);
    expect(history.map(({ field }) => field).sort()).toEqual(['hetu', 'sex']);
    expect(JSON.stringify(history)).not.toContain('924P');
  });
});
