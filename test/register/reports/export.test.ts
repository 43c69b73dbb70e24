import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '#shared/features/reports/report.ts';
import { formatPhone } from '#shared/values/phone.ts';
import type { TestClient } from '#test/support/client.ts';
import { ainoMallikas, registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { lineOf } from '#test/support/visits.ts';

configure({ useWebWorkers: false });

async function unzip(bytes: Uint8Array, password: string): Promise<Record<string, Buffer>> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { password });
  const files: Record<string, Buffer> = {};
  for (const entry of await reader.getEntries()) {
    if (entry.directory) continue;
    expect(entry.encrypted).toBe(true);
    files[entry.filename] = Buffer.from(await entry.getData(new Uint8ArrayWriter()));
  }
  return files;
}

async function exportOf(client: TestClient, customerId: string) {
  const answer = await client.call('reports', 'exportCustomer', { customerId });
  const zip = client.host.saved.get(answer.fileName ?? '');
  if (!zip || !answer.passphrase) throw new Error('nothing was saved');
  return { answer, zip, passphrase: answer.passphrase, files: await unzip(zip, answer.passphrase) };
}

async function customerWithEverything() {
  const register = await testRegister();
  const marja = await register.as('all');
  const customerId = await registerCustomer(marja, { hetu: '140387-924P' });
  const card = await marja.call('customers', 'card', { customerId });
  await marja.call('customers', 'edit', {
    customerId,
    expectedVersion: card.version,
    form: { ...ainoMallikas, hetu: '140387-924P', street: 'Uusikatu 7' },
  });
  const { items, practitioners } = await marja.call('visits', 'priceList', {});
  const [service, practitioner] = [items[0], practitioners[0]];
  if (!service || !practitioner) throw new Error('no price list');
  await marja.call('visits', 'log', {
    id: uuidv7(),
    customerId,
    at: '2026-11-18T12:00:00.000Z',
    kind: 'visit',
    serviceId: service.id,
    practitionerId: practitioner.id,
    lines: [lineOf(service)],
    paymentMethod: 'card',
    note: 'Kulku takaovesta <b>portaita</b>.',
  });
  const wording = (await marja.call('consents', 'wordings', {})).find(
    ({ purpose }) => purpose === 'direct-marketing',
  );
  if (!wording) throw new Error('no wording');
  await marja.call('consents', 'record', {
    customerId,
    entry: {
      id: uuidv7(),
      purpose: 'direct-marketing',
      channels: ['email'],
      act: 'given',
      wordingId: wording.id,
      language: 'fi',
      way: 'orally',
      note: 'Kysyi itse uutiskirjettä.',
    },
  });
  return { register, marja, customerId, wording, service };
}

describe('the data-subject report', () => {
  it('holds every value that was entered, unaltered, in JSON of the published form', async () => {
    const { marja, customerId, wording, service } = await customerWithEverything();
    const { files } = await exportOf(marja, customerId);
    const report = reportSchema.parse(JSON.parse(files['report.json']?.toString('utf8') ?? ''));
    expect(report.data.customers).toMatchObject({
      hetu: '140387-924P',
      birthDate: '1987-03-14',
      lastName: 'Mallikas',
      firstNames: 'Aino Helena',
      phone: '+358400000182',
      street: 'Uusikatu 7',
    });
    expect(report.data.customers.changes).toMatchObject([
      { field: 'street', oldValue: 'Koekuja 4 B 12', newValue: 'Uusikatu 7', changedBy: 'Marja Esimäki' },
    ]);
    expect(report.data.visits.entries).toMatchObject([{ service: service.name, totalCents: 6800 }]);
    expect(report.data.consents.entries).toMatchObject([{ act: 'given', wordingText: wording.texts.fi }]);
    expect(report.data.audit.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'customers.register',
        'customers.card',
        'customers.edit',
        'visits.log',
        'consents.record',
      ]),
    );
  });

  it('shows every value on paper too, in the language of the customer, with what a customer typed as text', async () => {
    const { register, marja, customerId, wording } = await customerWithEverything();
    await exportOf(marja, customerId);
    const [paper = ''] = register.host.printed;
    for (const value of [
      '140387-924P',
      '14.3.1987',
      'Mallikas',
      'Aino Helena',
      formatPhone('+358400000182'),
      'aino.mallikas@posti.example',
      'Koekuja 4 B 12',
      'Uusikatu 7',
      wording.texts.fi.split(' ').slice(0, 4).join(' '),
      'Kysyi itse uutiskirjettä.',
      'Kulku takaovesta &lt;b&gt;portaita&lt;/b&gt;.',
      '68,00\u00a0€',
      'Marja Esimäki',
      '<html lang="fi">',
    ]) {
      expect(paper).toContain(value);
    }
    expect(paper).not.toContain('<b>');
  });

  it('shows on paper until when a consent holds, what was sold when the contact was got, and which entry was a mistake', async () => {
    const { register, marja, customerId } = await customerWithEverything();
    const { history } = await marja.call('consents', 'ofCustomer', { customerId });
    await marja.call('consents', 'undo', { customerId, id: uuidv7(), entryId: history[0]?.id ?? '' });
    const sale = { sold: 'Kylmägeeli <b>150 ml</b>', wasTold: true, couldRefuse: true } as const;
    await marja.call('consents', 'record', {
      customerId,
      entry: {
        id: uuidv7(),
        purpose: 'direct-marketing',
        channels: ['sms'],
        act: 'contact-at-sale',
        wordingId: null,
        language: 'fi',
        way: 'orally',
        note: '',
        sale,
      },
    });
    await exportOf(marja, customerId);
    const [paper = ''] = register.host.printed;
    for (const words of ['voimassa 18.11.2028 asti', 'Kirjaus on kumottu virheenä.']) {
      expect(paper.split(words)).toHaveLength(2);
    }
    expect(paper).toContain('Myyty: Kylmägeeli &lt;b&gt;150 ml&lt;/b&gt;');
  });

  it('speaks Swedish to a customer who uses Swedish', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    await exportOf(marja, await registerCustomer(marja, { language: 'sv' }));
    expect(register.host.printed[0]).toContain('<html lang="sv">');
    expect(register.host.printed[0]).toContain('Uppgifter om er i registret');
  });

  it('opens with its passphrase of a hundred random bits and with no other', async () => {
    const { marja, customerId } = await customerWithEverything();
    const { zip, passphrase, answer } = await exportOf(marja, customerId);
    expect(passphrase).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    await expect(unzip(zip, passphrase.toLowerCase())).rejects.toThrow();
    expect(Buffer.from(zip).includes('Mallikas')).toBe(false);
    expect(answer.fileName).toBe('tarkastusraportti-10001-2026-11-18.zip');
    const again = await marja.call('reports', 'exportCustomer', { customerId });
    expect(again.passphrase).not.toBe(passphrase);
  });

  it('is on record when it starts and when it ends, without its passphrase', async () => {
    const { register, marja, customerId } = await customerWithEverything();
    const { passphrase } = await exportOf(marja, customerId);
    const { database } = await register.inside();
    const events = await database.read
      .selectFrom('audit_events')
      .leftJoin('audit_details', 'audit_details.event_id', 'audit_events.id')
      .select(['action', 'outcome', 'body', 'customer_id'])
      .where('action', '=', 'reports.exportCustomer')
      .orderBy('sequence')
      .execute();
    expect(events.map(({ outcome, customer_id }) => [outcome, customer_id])).toEqual([
      ['started', customerId],
      ['done', customerId],
    ]);
    expect(JSON.stringify(events)).not.toContain(passphrase);
  });

  it('is not made when the person cancels the choice of a place', async () => {
    const { register, marja, customerId } = await customerWithEverything();
    register.host.saves = false;
    expect(await marja.call('reports', 'exportCustomer', { customerId })).toEqual({
      outcome: 'cancelled',
      fileName: null,
      passphrase: null,
    });
    expect([register.host.saved.size, register.host.printed.length]).toEqual([0, 0]);
  });

  it('of a customer that does not exist answers "not-found"', async () => {
    const marja = await (await testRegister()).as('all');
    expect(await marja.reply('reports', 'exportCustomer', { customerId: uuidv7() })).toEqual({
      ok: false,
      fault: { kind: 'not-found' },
    });
  });
});
