import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { ManagedItem } from '#shared/features/visits/price-list-contract.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { visitOf } from '#test/support/visits.ts';

const today = '2026-11-18';
const tomorrow = '2026-11-19';

async function atTheOffice() {
  const register = await testRegister();
  const ida = await register.as('manager');
  return { register, ida };
}

async function itemNamed(client: TestClient, name: string): Promise<ManagedItem> {
  const { items } = await client.call('visits', 'wholePriceList', {});
  const item = items.find((one) => one.name === name);
  if (!item) throw new Error(`${name} is not in the price list`);
  return item;
}

const seen = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });

async function priceOn(client: TestClient, name: string, date: string): Promise<number | undefined> {
  const { items } = await client.call('visits', 'priceList', { date });
  return items.find((item) => item.name === name)?.unitPriceCents;
}

async function logVisitOf(client: TestClient, name: string): Promise<void> {
  const { items, practitioners } = await client.call('visits', 'priceList', {});
  const item = items.find((one) => one.name === name);
  if (!item) throw new Error(`${name} is not on sale`);
  const customerId = await registerCustomer(client);
  const who = { customerId, practitionerId: practitioners[0]?.id ?? '' };
  await client.call('visits', 'log', visitOf(who, item));
}

describe('changing a price', () => {
  it('holds from its day on, today’s price until the day before', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const price = { validFrom: tomorrow, unitPriceCents: 6500, vatClass: 'exempt' as const };
    await ida.call('visits', 'setItemPrice', { ...seen(massage), ...price });
    expect(await priceOn(ida, 'Hieronta 60 min', today)).toBe(6200);
    expect(await priceOn(ida, 'Hieronta 60 min', tomorrow)).toBe(6500);
    const after = await itemNamed(ida, 'Hieronta 60 min');
    expect(after.prices.map(({ validFrom, unitPriceCents }) => [validFrom, unitPriceCents])).toEqual([
      ['2013-01-01', 6200],
      [tomorrow, 6500],
    ]);
  });

  it('can make an item taxed from a day, when it is no longer health care', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const price = { validFrom: tomorrow, unitPriceCents: 6200, vatClass: 'general' as const };
    await ida.call('visits', 'setItemPrice', { ...seen(massage), ...price });
    const { items } = await ida.call('visits', 'priceList', { date: tomorrow });
    expect(items.find(({ id }) => id === massage.id)).toMatchObject({ vatClass: 'general', vatRate: 2550 });
  });

  it('is refused for a day that has passed, because something may have been sold on it', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const price = { validFrom: '2026-11-17', unitPriceCents: 6500, vatClass: 'exempt' };
    expect(await ida.reply('visits', 'setItemPrice', { ...seen(massage), ...price })).toEqual({
      ok: false,
      fault: { kind: 'invalid-input', fields: { validFrom: 'date-in-past' } },
    });
  });

  it('is taken back before its day, and never after', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const price = { validFrom: tomorrow, unitPriceCents: 6500, vatClass: 'exempt' as const };
    await ida.call('visits', 'setItemPrice', { ...seen(massage), ...price });
    const changed = seen(await itemNamed(ida, 'Hieronta 60 min'));
    await ida.call('visits', 'removeItemPrice', { ...changed, validFrom: tomorrow });
    expect(await priceOn(ida, 'Hieronta 60 min', tomorrow)).toBe(6200);
    const now = seen(await itemNamed(ida, 'Hieronta 60 min'));
    expect(await ida.reply('visits', 'removeItemPrice', { ...now, validFrom: '2013-01-01' })).toMatchObject({
      fault: { kind: 'invalid-input', fields: { validFrom: 'date-in-past' } },
    });
  });

  it('answers a conflict to the one who saw the item before somebody else changed it', async () => {
    const { register, ida } = await atTheOffice();
    const marja = await register.as('all');
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    await marja.call('visits', 'editItem', { ...seen(massage), name: 'Hieronta tunti', minutes: 60 });
    const price = { validFrom: tomorrow, unitPriceCents: 6500, vatClass: 'exempt' };
    expect(await ida.reply('visits', 'setItemPrice', { ...seen(massage), ...price })).toMatchObject({
      fault: { kind: 'conflict' },
    });
  });

  it('shows who changed what from which day, newest first', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const price = { validFrom: tomorrow, unitPriceCents: 6500, vatClass: 'general' as const };
    await ida.call('visits', 'setItemPrice', { ...seen(massage), ...price });
    await ida.call('visits', 'editItem', {
      ...seen(await itemNamed(ida, 'Hieronta 60 min')),
      name: 'Klassinen hieronta',
      minutes: 60,
    });
    const changes = await ida.call('visits', 'priceListChanges', { subject: 'item', subjectId: massage.id });
    expect(
      changes.map(({ field, validFrom, oldValue, newValue, by }) => [
        field,
        validFrom,
        oldValue,
        newValue,
        by,
      ]),
    ).toEqual([
      ['name', null, 'Hieronta 60 min', 'Klassinen hieronta', 'Ida Näytesalo'],
      ['vatClass', tomorrow, null, 'general', 'Ida Näytesalo'],
      ['price', tomorrow, null, '6500', 'Ida Näytesalo'],
    ]);
  });
});

describe('an item', () => {
  it('is added with its first price, last in its kind, and a product has no length', async () => {
    const { ida } = await atTheOffice();
    const id = uuidv7();
    const price = { validFrom: today, unitPriceCents: 890, vatClass: 'reduced' as const };
    await ida.call('visits', 'addItem', {
      id,
      kind: 'product',
      name: 'Proteiinijuoma',
      minutes: 5,
      ...price,
    });
    const { items } = await ida.call('visits', 'priceList', {});
    expect(items.at(-1)).toEqual({
      id,
      kind: 'product',
      name: 'Proteiinijuoma',
      minutes: null,
      unitPriceCents: 890,
      vatClass: 'reduced',
      vatRate: 1350,
    });
  });

  it('that a visit names is retired from the day after its last one and never removed', async () => {
    const { register, ida } = await atTheOffice();
    await logVisitOf(await register.as('reception'), 'Hieronta 60 min');
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    expect(massage.isUsed).toBe(true);
    expect(await ida.reply('visits', 'removeItem', seen(massage))).toMatchObject({
      fault: { rule: 'price-list-used', facts: { name: 'Hieronta 60 min' } },
    });
    await ida.call('visits', 'setItemTimes', { ...seen(massage), activeFrom: null, activeUntil: today });
    expect(await priceOn(ida, 'Hieronta 60 min', today)).toBe(6200);
    expect(await priceOn(ida, 'Hieronta 60 min', tomorrow)).toBeUndefined();
    await ida.call('visits', 'setItemTimes', {
      ...seen(await itemNamed(ida, 'Hieronta 60 min')),
      activeFrom: null,
      activeUntil: null,
    });
    expect(await priceOn(ida, 'Hieronta 60 min', tomorrow)).toBe(6200);
  });

  it('that nobody has sold may be removed, and what it was stays in the history', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 30 min');
    await ida.call('visits', 'removeItem', seen(massage));
    expect(await priceOn(ida, 'Hieronta 30 min', today)).toBeUndefined();
    const changes = await ida.call('visits', 'priceListChanges', { subject: 'item', subjectId: massage.id });
    expect(changes[0]).toMatchObject({ field: 'removed', oldValue: 'Hieronta 30 min', by: 'Ida Näytesalo' });
  });

  it('that has been retired cannot be sold any more: the desk is told so', async () => {
    const { register, ida } = await atTheOffice();
    const helmi = await register.as('reception');
    const customerId = await registerCustomer(helmi);
    const { items, practitioners } = await helmi.call('visits', 'priceList', {});
    const massage = items.find(({ name }) => name === 'Hieronta 60 min');
    if (!massage) throw new Error('the price list of the template has changed');
    const retired = { ...seen(await itemNamed(ida, massage.name)), activeFrom: null };
    await ida.call('visits', 'setItemTimes', { ...retired, activeUntil: '2026-11-17' });
    const who = { customerId, practitionerId: practitioners[0]?.id ?? '' };
    expect(await helmi.reply('visits', 'log', visitOf(who, massage))).toMatchObject({
      fault: { rule: 'item-not-in-use', facts: { name: 'Hieronta 60 min', date: today } },
    });
    // A visit of a day when it was still sold can be written down afterwards.
    const earlier = visitOf(who, massage, '2026-11-17T09:00:00.000Z');
    expect(await helmi.reply('visits', 'log', earlier)).toMatchObject({ ok: true });
  });

  it('is put in the manager’s order with all others of its kind, and in no other way', async () => {
    const { ida } = await atTheOffice();
    const services = (await ida.call('visits', 'wholePriceList', {})).items.filter(
      ({ kind }) => kind === 'service',
    );
    const ids = services.map(({ id }) => id).reverse();
    await ida.call('visits', 'orderItems', { kind: 'service', ids });
    const { items } = await ida.call('visits', 'priceList', {});
    expect(items.slice(0, ids.length).map(({ id }) => id)).toEqual(ids);
    for (const wrong of [
      ids.slice(1),
      [...ids.slice(1), uuidv7()],
      [...ids.slice(1), ids[1]],
      [...ids, ids[0]],
    ]) {
      expect(await ida.reply('visits', 'orderItems', { kind: 'service', ids: wrong })).toMatchObject({
        fault: { kind: 'conflict' },
      });
    }
  });

  it('cannot end before it begins', async () => {
    const { ida } = await atTheOffice();
    const massage = await itemNamed(ida, 'Hieronta 60 min');
    const times = { activeFrom: tomorrow, activeUntil: today };
    expect(await ida.reply('visits', 'setItemTimes', { ...seen(massage), ...times })).toMatchObject({
      fault: { fields: { activeUntil: 'date-too-early' } },
    });
  });
});

describe('a practitioner', () => {
  async function withLotta() {
    const office = await atTheOffice();
    const id = uuidv7();
    await office.ida.call('visits', 'addPractitioner', { id, name: 'Lotta Koepelto' });
    const lotta = async () => {
      const { practitioners } = await office.ida.call('visits', 'wholePriceList', {});
      const found = practitioners.find((one) => one.id === id);
      if (!found) throw new Error('Lotta Koepelto is not there');
      return found;
    };
    const namesOn = async (date: string) =>
      (await office.ida.call('visits', 'priceList', { date })).practitioners.map(({ name }) => name);
    return { ...office, id, lotta, namesOn };
  }

  it('serves from the first to the last day of the active time', async () => {
    const { ida, lotta, namesOn } = await withLotta();
    const times = { activeFrom: today, activeUntil: tomorrow };
    await ida.call('visits', 'setPractitionerTimes', { ...seen(await lotta()), ...times });
    expect(await namesOn('2026-11-17')).toEqual(['Marja Esimäki']);
    expect(await namesOn(tomorrow)).toEqual(['Lotta Koepelto', 'Marja Esimäki']);
    expect(await namesOn('2026-11-20')).toEqual(['Marja Esimäki']);
  });

  it('can be renamed, with both names in the history, and removed while no visit names them', async () => {
    const { ida, id, lotta, namesOn } = await withLotta();
    await ida.call('visits', 'renamePractitioner', { ...seen(await lotta()), name: 'Lotta Mallikas' });
    expect(await namesOn(today)).toContain('Lotta Mallikas');
    await ida.call('visits', 'removePractitioner', seen(await lotta()));
    expect(await namesOn(today)).toEqual(['Marja Esimäki']);
    const about = { subject: 'practitioner', subjectId: id } as const;
    const changes = await ida.call('visits', 'priceListChanges', about);
    expect(changes.map(({ field, oldValue, newValue }) => [field, oldValue, newValue])).toEqual([
      ['removed', 'Lotta Mallikas', null],
      ['name', 'Lotta Koepelto', 'Lotta Mallikas'],
      ['added', null, 'Lotta Koepelto'],
    ]);
  });

  it('whom a visit names is never removed', async () => {
    const { register, ida } = await atTheOffice();
    await logVisitOf(await register.as('reception'), 'Hieronta 60 min');
    const { practitioners } = await ida.call('visits', 'wholePriceList', {});
    const [marja] = practitioners;
    if (!marja) throw new Error('there is no practitioner');
    expect(await ida.reply('visits', 'removePractitioner', seen(marja))).toMatchObject({
      fault: { rule: 'price-list-used' },
    });
  });

  it('who does not work on the day is refused on a visit of it', async () => {
    const { register, ida, id, lotta } = await withLotta();
    const times = { activeFrom: tomorrow, activeUntil: null };
    await ida.call('visits', 'setPractitionerTimes', { ...seen(await lotta()), ...times });
    const helmi = await register.as('reception');
    const customerId = await registerCustomer(helmi);
    const [service] = (await helmi.call('visits', 'priceList', {})).items;
    if (!service) throw new Error('the price list is empty');
    const visit = visitOf({ customerId, practitionerId: id }, service);
    expect(await helmi.reply('visits', 'log', visit)).toMatchObject({
      fault: { rule: 'practitioner-not-in-use', facts: { name: 'Lotta Koepelto', date: today } },
    });
  });
});

describe('a rate of VAT', () => {
  const rise = { vatClass: 'general', validFrom: '2027-01-01', rate: 2600, replaces: null } as const;

  it('changes every item of its class from its day', async () => {
    const { ida } = await atTheOffice();
    await ida.call('visits', 'setVatRate', rise);
    const gelOn = async (date: string) =>
      (await ida.call('visits', 'priceList', { date })).items.find(({ name }) => name.startsWith('Kylmä'));
    expect((await gelOn('2026-12-31'))?.vatRate).toBe(2550);
    expect((await gelOn('2027-01-01'))?.vatRate).toBe(2600);
    expect((await gelOn('2027-01-01'))?.unitPriceCents).toBe(1490);
  });

  it('answers a conflict to the one who did not see the rate that somebody else put there', async () => {
    const { ida } = await atTheOffice();
    await ida.call('visits', 'setVatRate', rise);
    expect(await ida.reply('visits', 'setVatRate', { ...rise, rate: 2700 })).toMatchObject({
      fault: { kind: 'conflict' },
    });
    await ida.call('visits', 'setVatRate', { ...rise, rate: 2700, replaces: 2600 });
    const { rates } = await ida.call('visits', 'wholePriceList', {});
    expect(rates.at(-1)).toEqual({ vatClass: 'general', validFrom: '2027-01-01', rate: 2700 });
  });

  it('is taken back before its day, is never put in the past, and the exempt class has none', async () => {
    const { ida } = await atTheOffice();
    await ida.call('visits', 'setVatRate', rise);
    await ida.call('visits', 'removeVatRate', { vatClass: 'general', validFrom: '2027-01-01' });
    expect((await ida.call('visits', 'wholePriceList', {})).rates).toHaveLength(6);
    const past = { vatClass: 'general', validFrom: '2024-09-01' };
    expect(await ida.reply('visits', 'removeVatRate', past)).toMatchObject({
      fault: { fields: { validFrom: 'date-in-past' } },
    });
    expect(await ida.reply('visits', 'setVatRate', { ...rise, validFrom: '2026-11-17' })).toMatchObject({
      fault: { fields: { validFrom: 'date-in-past' } },
    });
    expect(await ida.reply('visits', 'setVatRate', { ...rise, vatClass: 'exempt' })).toMatchObject({
      fault: { fields: { vatClass: 'not-a-choice' } },
    });
  });
});
