import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { consentsPersonalData } from '#main/register/features/consents/personal-data.ts';
import { consentsPersonalDataSchema } from '#shared/features/consents/personal-data.ts';
import { ainoMallikas, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

interface Answer {
  act?: 'given' | 'prohibited' | 'withdrawn';
  giver?: unknown;
}

const kaisaNow = { ...ainoMallikas, lastName: 'Huoltaja', firstNames: 'Kaisa Orvokki' };

/** Venla, 12 years old; Kaisa, who becomes her guardian on a day; and Aino, who is neither child nor guardian. */
async function withFamily() {
  const register = await testRegister();
  const desk = await register.as('reception');
  const venla = await registerCustomer(desk, { firstNames: 'Venla', birthDate: '21.6.2014' });
  const kaisa = await registerCustomer(desk, kaisaNow);
  const aino = await registerCustomer(desk);
  const wordings = await desk.call('consents', 'wordings', {});
  const wordingId = wordings.find(({ purpose }) => purpose === 'direct-marketing')?.id ?? '';
  const entryOf = ({ act = 'given', giver }: Answer) => ({
    id: uuidv7(),
    purpose: 'direct-marketing' as const,
    channels: ['email' as const],
    act,
    wordingId: act === 'given' ? wordingId : null,
    language: 'fi' as const,
    way: 'orally' as const,
    note: '',
    ...(giver === undefined ? {} : { giver }),
  });
  return {
    register,
    desk,
    venla,
    kaisa,
    aino,
    entryOf,
    isGuardian: (validFrom = '1.1.2026', validUntil = '') =>
      desk.call('customers', 'addRecord', {
        ...{ id: uuidv7(), customerId: venla, source: 'customer' },
        record: { kind: 'guardian', otherId: kaisa, validFrom, validUntil },
      }),
    record: (customerId: string, answer: Answer) =>
      desk.reply('consents', 'record', { customerId, entry: entryOf(answer) }),
    look: (customerId: string) => desk.call('consents', 'ofCustomer', { customerId }),
  };
}

const saved = { ok: true };
const refused = (rule: string) => ({ ok: false, fault: { kind: 'rule-broken', rule } });
const byKaisa = (customerId: string) => ({ by: 'linked-guardian', customerId });

describe('the answer of a minor', () => {
  it('given by a guardian who is a customer keeps who it was, by the name of that time', async () => {
    const { desk, venla, kaisa, isGuardian, record, look } = await withFamily();
    await isGuardian();
    const answering = { age: 12, guardians: [{ customerId: kaisa, name: 'Kaisa Orvokki Huoltaja' }] };
    expect((await look(venla)).answering).toEqual(answering);
    expect(await record(venla, { giver: byKaisa(kaisa) })).toMatchObject(saved);
    const form = { ...kaisaNow, lastName: 'Uusinimi' };
    await desk.call('customers', 'edit', { customerId: kaisa, expectedVersion: 1, form });

    const { history, cells, contact } = await look(venla);
    const givenBy = { role: 'guardian', name: 'Kaisa Orvokki Huoltaja', customerId: kaisa };
    expect(history).toMatchObject([{ act: 'given', givenBy, wasMinor: true }]);
    expect(cells[0]).toMatchObject({ channel: 'email', givenBy: 'guardian' });
    expect(contact[0]).toMatchObject({ allowed: true, ground: 'guardian-consent' });
  });

  it('may come from a guardian who is no customer, from a representative and from the child', async () => {
    const { venla, record, look } = await withFamily();
    const name = 'Maximiliana Esimerkki-Keksilä';
    for (const giver of [{ by: 'guardian', name }, { by: 'representative', name }, { by: 'customer' }]) {
      expect(await record(venla, { giver })).toMatchObject(saved);
    }
    const { history, contact } = await look(venla);
    expect(history.map(({ givenBy }) => givenBy)).toEqual([
      { role: 'customer', name: null, customerId: null },
      { role: 'representative', name, customerId: null },
      { role: 'guardian', name, customerId: null },
    ]);
    // what the child said last is kept, and is not enough for contacting a child of twelve
    expect(contact[0]).toMatchObject({ allowed: false, ground: 'minor' });
  });

  it('is not recorded before it is chosen who gave it, whatever the answer is', async () => {
    const { venla, isGuardian, record, look } = await withFamily();
    await isGuardian();
    expect(await record(venla, {})).toMatchObject(refused('giver-not-chosen'));
    expect(await record(venla, { act: 'prohibited' })).toMatchObject(refused('giver-not-chosen'));
    expect((await look(venla)).history).toEqual([]);
  });

  it('is refused from a customer who is not the guardian on that day', async () => {
    const { venla, kaisa, aino, isGuardian, record } = await withFamily();
    expect(await record(venla, { giver: byKaisa(kaisa) })).toMatchObject(refused('not-a-guardian'));
    await isGuardian('1.1.2026', '17.11.2026');
    await isGuardian('19.11.2026');
    expect(await record(venla, { giver: byKaisa(kaisa) })).toMatchObject(refused('not-a-guardian'));
    await isGuardian('18.11.2026', '18.11.2026');
    expect(await record(venla, { giver: byKaisa(aino) })).toMatchObject(refused('not-a-guardian'));
    expect(await record(venla, { giver: byKaisa(venla) })).toMatchObject(refused('not-a-guardian'));
    expect(await record(venla, { giver: byKaisa(kaisa) })).toMatchObject(saved);
  });

  it('withdrawn by one and given by another tells both, also when the withdrawal is undone', async () => {
    const { desk, venla, kaisa, isGuardian, record, look, entryOf } = await withFamily();
    await isGuardian();
    await record(venla, { giver: byKaisa(kaisa) });
    const entry = entryOf({ act: 'withdrawn', giver: { by: 'customer' } });
    await desk.reply('consents', 'record', { customerId: venla, entry });
    await desk.call('consents', 'undo', { customerId: venla, id: uuidv7(), entryId: entry.id });
    const { history, cells } = await look(venla);
    expect(history.map(({ act, givenBy }) => [act, givenBy?.role ?? null])).toEqual([
      ['undone', null],
      ['withdrawn', 'customer'],
      ['given', 'guardian'],
    ]);
    expect(cells[0]).toMatchObject({ state: 'given', givenBy: 'guardian' });
  });

  it('is chosen for the first answers too, when a child is registered', async () => {
    const { desk, entryOf } = await withFamily();
    const form = { ...ainoMallikas, firstNames: 'Onni', birthDate: '2.2.2020' };
    const register = (giver?: unknown) =>
      desk.reply('customers', 'register', { id: uuidv7(), form, consents: [entryOf({ giver })] });
    expect(await register()).toMatchObject(refused('giver-not-chosen'));
    expect(await register({ by: 'guardian', name: 'Kaisa Huoltaja' })).toMatchObject(saved);
  });
});

describe('the answer of an adult', () => {
  it('is the customer’s own unless a representative is named', async () => {
    const { aino, record, look } = await withFamily();
    await record(aino, {});
    await record(aino, { act: 'withdrawn', giver: { by: 'representative', name: ' Eero Edunvalvoja ' } });
    const { history, answering } = await look(aino);
    expect(answering).toEqual({ age: 39, guardians: [] });
    expect(history).toMatchObject([
      { givenBy: { role: 'representative', name: 'Eero Edunvalvoja' }, wasMinor: false },
      { givenBy: { role: 'customer', name: null }, wasMinor: false },
    ]);
  });

  it('has no guardian, and the guardian of a child who has come of age has no say', async () => {
    const { register, venla, kaisa, isGuardian, record } = await withFamily();
    await isGuardian();
    register.clock.advance(6 * 366 * 86_400_000);
    for (const giver of [byKaisa(kaisa), { by: 'guardian', name: 'Kaisa Huoltaja' }]) {
      expect(await record(venla, { giver })).toMatchObject(refused('guardian-of-adult'));
    }
  });
});

describe('who gave an answer', () => {
  it.each([
    ['a kind that does not exist', { by: 'neighbour' }, 'entry.giver.by'],
    ['no kind', { name: 'Kaisa Huoltaja' }, 'entry.giver.by'],
    ['a word', 'guardian', 'entry.giver'],
    ['nothing', null, 'entry.giver'],
    ['a guardian without a name', { by: 'guardian' }, 'entry.giver.name'],
    ['a representative whose name is spaces', { by: 'representative', name: '  ' }, 'entry.giver.name'],
    ['a name of 121 letters', { by: 'guardian', name: 'K'.repeat(121) }, 'entry.giver.name'],
    ['a linked guardian who is not named', { by: 'linked-guardian' }, 'entry.giver.customerId'],
    ['an id that is none', { by: 'linked-guardian', customerId: 'kaisa' }, 'entry.giver.customerId'],
    ['a name of the customer themselves', { by: 'customer', name: 'Venla' }, 'entry.giver.name'],
  ])('is refused as %s', async (_what, giver, field) => {
    const { venla, record, look } = await withFamily();
    expect(await record(venla, { giver })).toMatchObject({
      ok: false,
      fault: { kind: 'invalid-input', fields: { [field]: expect.any(String) } },
    });
    expect((await look(venla)).history).toEqual([]);
  });

  it('is in the log by kind and never by name', async () => {
    const { register, venla, record } = await withFamily();
    await record(venla, { giver: { by: 'guardian', name: 'Kaisa Huoltaja' } });
    const manager = await register.as('manager');
    const { events } = await manager.call('audit', 'ofCustomer', { customerId: venla, beforeSequence: null });
    const event = events.find(({ action }) => action === 'consents.record');
    expect(event?.details).toMatchObject({ givenBy: 'guardian' });
    expect(JSON.stringify(events)).not.toContain('Kaisa');
  });

  it('is in the personal data of the child, and of the guardian without telling who the child is', async () => {
    const { register, venla, kaisa, isGuardian, record } = await withFamily();
    await isGuardian();
    await record(venla, { giver: byKaisa(kaisa) });
    const { database } = await register.inside();
    const ofVenla = consentsPersonalDataSchema.parse(
      await consentsPersonalData.collect(database.read, venla),
    );
    expect(ofVenla).toMatchObject({
      entries: [{ givenBy: { role: 'guardian', name: 'Kaisa Orvokki Huoltaja', customerId: kaisa } }],
      answeredFor: [],
    });
    const ofKaisa = consentsPersonalDataSchema.parse(
      await consentsPersonalData.collect(database.read, kaisa),
    );
    expect(ofKaisa).toEqual({
      entries: [],
      answeredFor: [
        {
          customerNumber: 10_001,
          purpose: 'direct-marketing',
          act: 'given',
          name: 'Kaisa Orvokki Huoltaja',
          recordedAt: '2026-11-18T12:32:07.000Z',
        },
      ],
    });
  });

  it('stands on the printed consents of the customer', async () => {
    const { register, desk, venla, kaisa, aino, isGuardian, record } = await withFamily();
    await isGuardian();
    await record(venla, { giver: byKaisa(kaisa) });
    await record(aino, {});
    const printed = async (customerId: string, language: 'fi' | 'sv' | 'en') => {
      await desk.call('consents', 'printHistory', { customerId, language, to: 'file' });
      return register.host.printed.at(-1) ?? '';
    };
    expect(await printed(venla, 'fi')).toContain('Antoi: Kaisa Orvokki Huoltaja (huoltaja)');
    expect(await printed(venla, 'sv')).toContain('Gavs av: Kaisa Orvokki Huoltaja (vårdnadshavare)');
    expect(await printed(aino, 'en')).toContain('Given by: the customer');
  });

  it('stands in the report of the child by name, and in the guardian’s without telling who the child is', async () => {
    const { register, venla, kaisa, isGuardian, record } = await withFamily();
    await isGuardian();
    await record(venla, { giver: byKaisa(kaisa) });
    const marja = await register.as('all');
    await marja.call('reports', 'exportCustomer', { customerId: venla });
    await marja.call('reports', 'exportCustomer', { customerId: kaisa });
    const [ofVenla = '', ofKaisa = ''] = register.host.printed;
    expect(ofVenla).toContain('Antoi: Kaisa Orvokki Huoltaja (huoltaja)');
    expect(ofKaisa).toContain('Vastasitte huoltajana asiakkaan 10001 puolesta 18.11.2026');
    expect(ofKaisa).not.toContain('Venla');
  });
});
