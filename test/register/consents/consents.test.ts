import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { ConsentEntry } from '#shared/features/consents/entry.ts';
import { channels, type Purpose, purposes } from '#shared/features/consents/purposes.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { testRegister } from '#test/support/register.ts';

type Entry = Partial<ConsentEntry> & Pick<ConsentEntry, 'purpose' | 'act'>;

/** A customer at the desk, and short ways to record and look. */
async function atTheDesk() {
  const register = await testRegister();
  const customerId = await insertCustomer((await register.inside()).database);
  const desk = await register.as('reception');
  const wordingOf = async (purpose: Purpose) => {
    const wordings = await desk.call('consents', 'wordings', {});
    const wording = wordings.find((candidate) => candidate.purpose === purpose);
    if (!wording) throw new Error(`no wording for ${purpose}`);
    return wording;
  };
  const entryOf = async (entry: Entry): Promise<ConsentEntry> => {
    const answers = entry.act === 'given' || entry.act === 'refused';
    return {
      id: uuidv7(),
      channels: entry.purpose === 'health-profile' ? [] : ['email', 'sms'],
      wordingId: answers ? (await wordingOf(entry.purpose)).id : null,
      language: 'fi',
      way: 'orally',
      note: null,
      ...entry,
    };
  };
  const inputOf = async (entry: Entry) => ({
    customerId,
    entry: { ...(await entryOf(entry)), note: entry.note ?? '' },
  });
  return {
    register,
    desk,
    customerId,
    wordingOf,
    record: async (entry: Entry) => desk.call('consents', 'record', await inputOf(entry)),
    reply: async (entry: Entry) => desk.reply('consents', 'record', await inputOf(entry)),
    look: () => desk.call('consents', 'ofCustomer', { customerId }),
    async cell(purpose: Purpose, channel: string | null) {
      const { cells } = await desk.call('consents', 'ofCustomer', { customerId });
      return cells.find((cell) => cell.purpose === purpose && cell.channel === channel);
    },
  };
}

const marketing = { purpose: 'direct-marketing' } as const;

describe('a new register', () => {
  it('has version 1 of every wording in every language, with the name of the clinic', async () => {
    const { desk } = await atTheDesk();
    const wordings = await desk.call('consents', 'wordings', {});
    expect(wordings.map(({ purpose, version }) => [purpose, version])).toEqual(
      purposes.map((purpose) => [purpose, 1]),
    );
    for (const { texts } of wordings) {
      for (const text of Object.values(texts)) expect(text).toContain('Mallilan Hoitohuone Oy');
    }
  });
});

describe('recording an answer', () => {
  it('shows in the matrix with its wording, its last day, how it was given and who recorded it', async () => {
    const { record, cell } = await atTheDesk();
    await record({ ...marketing, act: 'given', way: 'form' });
    expect(await cell('direct-marketing', 'email')).toEqual({
      purpose: 'direct-marketing',
      channel: 'email',
      state: 'given',
      overridden: null,
      since: '2026-11-18T12:32:07.000Z',
      validUntil: '2028-11-18',
      way: 'form',
      wordingVersion: 1,
      givenBy: 'customer',
      recordedBy: 'Helmi Testola',
    });
    expect(await cell('direct-marketing', 'post')).toMatchObject({ state: 'allowed', since: null });
  });

  it('asks the health profile once, without channels', async () => {
    const { record, cell } = await atTheDesk();
    await record({ purpose: 'health-profile', act: 'given' });
    expect(await cell('health-profile', null)).toMatchObject({ state: 'given', validUntil: null });
  });

  it('lists every entry newest first with what it changed', async () => {
    const { record, look } = await atTheDesk();
    await record({ ...marketing, act: 'given' });
    await record({
      ...marketing,
      act: 'prohibited',
      channels: [...channels],
      way: 'letter',
      note: 'kirje 3',
    });
    const { history } = await look();
    expect(history).toMatchObject([
      {
        act: 'prohibited',
        before: 'given',
        after: 'prohibited',
        way: 'letter',
        note: 'kirje 3',
        wordingVersion: null,
      },
      { act: 'given', before: 'not-asked', after: 'given', channels: ['email', 'sms'], wordingVersion: 1 },
    ]);
  });

  it.each([
    ['no channel', { ...marketing, act: 'given', channels: [] }, { 'entry.channels': 'choose-channel' }],
    [
      'a channel twice',
      { ...marketing, act: 'given', channels: ['sms', 'sms'] },
      { 'entry.channels': 'invalid' },
    ],
    [
      'an answer without its wording',
      { ...marketing, act: 'refused', wordingId: null },
      { 'entry.wordingId': 'required' },
    ],
    [
      'channels of the health profile',
      { purpose: 'health-profile', act: 'given', channels: ['sms'] },
      { 'entry.channels': 'invalid' },
    ],
    [
      'a prohibition of the health profile',
      { purpose: 'health-profile', act: 'prohibited' },
      { 'entry.act': 'not-a-choice' },
    ],
  ] satisfies [string, Entry, object][])('refuses %s', async (_what, entry, fields) => {
    const { reply } = await atTheDesk();
    expect(await reply(entry)).toEqual({ ok: false, fault: { kind: 'invalid-input', fields } });
  });

  it('refuses an answer to a wording that is not the one in force', async () => {
    const { reply, wordingOf } = await atTheDesk();
    const wordingId = (await wordingOf('customer-surveys')).id;
    expect(await reply({ ...marketing, act: 'given', wordingId })).toEqual({
      ok: false,
      fault: {
        kind: 'rule-broken',
        rule: 'wording-replaced',
        facts: { purpose: 'direct-marketing', currentVersion: 1 },
      },
    });
  });

  it('refuses an unknown customer', async () => {
    const { desk } = await atTheDesk();
    const answer = await desk.reply('consents', 'ofCustomer', { customerId: uuidv7() });
    expect(answer).toEqual({ ok: false, fault: { kind: 'not-found' } });
  });

  it('leaves an audit event that says what was recorded, without the note', async () => {
    const { record, register, customerId } = await atTheDesk();
    const { id } = await record({ ...marketing, act: 'given', note: 'salainen' });
    const { database } = await register.inside();
    const logged = await database.read
      .selectFrom('audit_events as event')
      .innerJoin('audit_details as details', 'details.event_id', 'event.id')
      .select(['event.customer_id', 'event.entity_id', 'details.body'])
      .where('event.action', '=', 'consents.record')
      .executeTakeFirstOrThrow();
    expect(logged).toMatchObject({ customer_id: customerId, entity_id: id });
    expect(JSON.parse(logged.body)).toEqual({
      purpose: 'direct-marketing',
      act: 'given',
      channels: ['email', 'sms'],
      way: 'orally',
      givenBy: 'customer',
    });
  });
});

describe('a prohibition', () => {
  it('lies over the permission and over a later one until it is withdrawn', async () => {
    const { record, cell } = await atTheDesk();
    await record({ ...marketing, act: 'given' });
    await record({ ...marketing, act: 'prohibited', channels: ['email'] });
    expect(await cell('direct-marketing', 'email')).toMatchObject({
      state: 'prohibited',
      wordingVersion: null,
      overridden: { state: 'given', since: '2026-11-18T12:32:07.000Z' },
    });
    await record({ ...marketing, act: 'given', channels: ['email'] });
    expect(await cell('direct-marketing', 'email')).toMatchObject({ state: 'prohibited' });
    expect(await cell('direct-marketing', 'sms')).toMatchObject({ state: 'given' });
  });

  it('is withdrawn with one entry, and the consent before it does not come back', async () => {
    const { record, cell } = await atTheDesk();
    await record({ ...marketing, act: 'given' });
    await record({ ...marketing, act: 'prohibited' });
    await record({ ...marketing, act: 'prohibition-withdrawn' });
    expect(await cell('direct-marketing', 'email')).toMatchObject({ state: 'withdrawn' });
  });
});

describe('a contact got at a sale', () => {
  const sale = { sold: 'Hieronta 60 min', wasTold: true, couldRefuse: true } as const;

  it('allows marketing by e-mail and text message of similar things, until the customer forbids it', async () => {
    const { record, look } = await atTheDesk();
    await record({ ...marketing, act: 'contact-at-sale', sale });
    const { contact, history } = await look();
    expect(contact.map(({ channel, allowed, ground }) => [channel, allowed, ground])).toEqual([
      ['email', true, 'customer-exception'],
      ['sms', true, 'customer-exception'],
      ['phone', true, 'until-prohibited'],
      ['post', false, 'no-address'],
    ]);
    expect(history).toMatchObject([{ act: 'contact-at-sale', sold: 'Hieronta 60 min' }]);
    await record({ ...marketing, act: 'prohibited' });
    expect((await look()).contact).toMatchObject([
      { channel: 'email', allowed: false, ground: 'prohibited', since: '2026-11-18T12:32:07.000Z' },
      { channel: 'sms', allowed: false, ground: 'prohibited' },
      { channel: 'phone', allowed: true, ground: 'until-prohibited' },
      { channel: 'post', allowed: false },
    ]);
  });

  it.each([
    ['without what was sold', {}, { 'entry.sale': 'required' }],
    [
      'when the customer was not told and could not refuse',
      { sale: { ...sale, wasTold: false, couldRefuse: false } },
      { 'entry.sale.wasTold': 'must-confirm', 'entry.sale.couldRefuse': 'must-confirm' },
    ],
    ['for letters', { sale, channels: ['post'] }, { 'entry.act': 'not-a-choice' }],
    ['for surveys', { sale, purpose: 'customer-surveys' }, { 'entry.act': 'not-a-choice' }],
  ])('is refused %s', async (_what, more, fields) => {
    const { reply } = await atTheDesk();
    const entry = { ...marketing, act: 'contact-at-sale', ...more } as Entry;
    expect(await reply(entry)).toEqual({ ok: false, fault: { kind: 'invalid-input', fields } });
  });

  it('is refused while a prohibition is in force', async () => {
    const { record, reply } = await atTheDesk();
    await record({ ...marketing, act: 'prohibited', channels: ['sms'] });
    expect(await reply({ ...marketing, act: 'contact-at-sale', sale })).toMatchObject({
      fault: { rule: 'prohibition-in-force' },
    });
  });
});

describe('withdrawing', () => {
  it('is as easy as giving: one entry without any wording', async () => {
    const { record, cell } = await atTheDesk();
    await record({ ...marketing, act: 'given' });
    await record({ ...marketing, act: 'withdrawn', way: 'phone', channels: ['sms'] });
    expect(await cell('direct-marketing', 'sms')).toMatchObject({ state: 'withdrawn', way: 'phone' });
    expect(await cell('direct-marketing', 'email')).toMatchObject({ state: 'given' });
  });

  it.each(['withdrawn', 'prohibition-withdrawn'] as const)(
    'refuses %s where there is nothing to end',
    async (act) => {
      const { reply } = await atTheDesk();
      expect(await reply({ ...marketing, act })).toEqual({
        ok: false,
        fault: { kind: 'rule-broken', rule: 'nothing-to-withdraw', facts: { purpose: 'direct-marketing' } },
      });
    },
  );
});

describe('a new version of a wording', () => {
  const texts = { fi: 'Uusi sanamuoto.', sv: 'Ny ordalydelse.', en: 'A new wording.' };
  const publish = { purpose: 'direct-marketing', texts, validMonths: 12, basedOnVersion: 1 } as const;

  it('makes older consents "old wording" and refuses answers to the older one', async () => {
    const { register, record, reply, cell, wordingOf } = await atTheDesk();
    const old = await wordingOf('direct-marketing');
    await record({ ...marketing, act: 'given' });
    const manager = await register.as('manager');
    expect(await manager.call('consents', 'publishWording', { id: uuidv7(), ...publish })).toEqual({
      version: 2,
    });
    expect(await cell('direct-marketing', 'email')).toMatchObject({
      state: 'old-wording',
      wordingVersion: 1,
    });
    expect(await reply({ ...marketing, act: 'given', wordingId: old.id })).toMatchObject({
      fault: { rule: 'wording-replaced', facts: { currentVersion: 2 } },
    });
    await record({ ...marketing, act: 'given' });
    expect(await cell('direct-marketing', 'email')).toMatchObject({
      state: 'given',
      wordingVersion: 2,
      validUntil: '2027-11-18',
    });
  });

  it('keeps the older versions readable', async () => {
    const manager = await (await testRegister()).as('manager');
    await manager.call('consents', 'publishWording', { id: uuidv7(), ...publish });
    const versions = await manager.call('consents', 'wordingHistory', { purpose: 'direct-marketing' });
    expect(versions.map(({ version, publishedBy }) => [version, publishedBy])).toEqual([
      [2, 'Ida Näytesalo'],
      [1, 'Marja Esimäki'],
    ]);
    expect(versions[0]?.texts).toEqual(texts);
  });

  it('is refused when somebody else published one meanwhile', async () => {
    const manager = await (await testRegister()).as('manager');
    await manager.call('consents', 'publishWording', { id: uuidv7(), ...publish });
    expect(await manager.reply('consents', 'publishWording', { id: uuidv7(), ...publish })).toEqual({
      ok: false,
      fault: { kind: 'conflict', changed: ['texts'] },
    });
  });

  it('must be written in all three languages', async () => {
    const manager = await (await testRegister()).as('manager');
    const partial = { ...publish, id: uuidv7(), texts: { ...texts, sv: ' ' } };
    expect(await manager.reply('consents', 'publishWording', partial)).toEqual({
      ok: false,
      fault: { kind: 'invalid-input', fields: { 'texts.sv': 'required' } },
    });
  });
});
