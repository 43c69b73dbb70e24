import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { CustomerFormInput } from '#shared/features/customers/contract.ts';
import type { PaymentMethod } from '#shared/features/visits/kinds.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';
import { lineOf, visitOf } from '#test/support/visits.ts';

/** A visit with a massage and two gels at a discount: 62,00 + 26,82 €, receipt 1. */
async function afterVisit(changes: Partial<CustomerFormInput> = {}, paymentMethod: PaymentMethod = 'card') {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const customerId = await registerCustomer(helmi, changes);
  const { items, practitioners } = await helmi.call('visits', 'priceList', {});
  const massage = items.find(({ name }) => name === 'Hieronta 60 min');
  const gel = items.find(({ name }) => name === 'Kylmägeeli 150 ml');
  if (!massage || !gel) throw new Error('the price list of the template has changed');
  const visit = visitOf({ customerId, practitionerId: practitioners[0]?.id ?? '' }, massage);
  const gels = { ...lineOf(gel), quantity: 2, discountRate: 1000 };
  await helmi.call('visits', 'log', { ...visit, lines: [...visit.lines, gels], paymentMethod });
  const about = { customerId, visitId: visit.id };
  const print = (more: object = {}) =>
    helmi.reply('visits', 'printReceipt', { ...about, language: null, withName: false, to: 'file', ...more });
  return { register, helmi, about, print };
}

/** The text of the last printed document, tags and styles left out. */
function printedText({ host }: Awaited<ReturnType<typeof testRegister>>): string {
  const document = host.printed.at(-1) ?? '';
  return document
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \n\u00a0]+/g, ' ');
}

describe('a receipt', () => {
  it('tells the seller, its business ID, the number, the day, what was sold and the tax by rate', async () => {
    const { register, print } = await afterVisit();
    expect(await print()).toEqual({ ok: true, value: { outcome: 'saved', fileName: 'kuitti-1.pdf' } });
    const text = printedText(register);
    for (const part of [
      'Mallilan Hoitohuone Oy',
      'Esimerkkitie 12, 13100 Hämeenlinna',
      'Y-tunnus 9999999-2, ALV-tunniste FI99999992',
      'Kuitti 1',
      'Päivä 18.11.2026',
      'Hieronta 60 min 1 62,00 € 0 % 62,00 €',
      'Kylmägeeli 150 ml 2 14,90 € 10 % 25,5 % 26,82 €',
      // 26,82 € holds 26,82 × 25,5 / 125,5 = 5,449 €
      '25,5 % 21,37 € 5,45 € 26,82 €',
      '0 % 62,00 € 0,00 € 62,00 €',
      'Maksettu yhteensä 88,82 €',
      'Maksutapa: kortti',
      'veroton terveyden- ja sairaanhoito (arvonlisäverolaki 34 §)',
    ]) {
      expect(text).toContain(part);
    }
    expect([...register.host.saved.keys()]).toEqual(['kuitti-1.pdf']);
  });

  it('says nothing of the customer unless asked for the name, and never the identity code', async () => {
    const { register, print } = await afterVisit({ hetu: '140387-924P', birthDate: '' });
    await print();
    for (const word of ['Mallikas', '140387', '924', 'aino.mallikas', 'Koekuja']) {
      expect(printedText(register)).not.toContain(word);
    }
    await print({ withName: true });
    expect(printedText(register)).toContain('Asiakas Aino Helena Mallikas');
    expect(printedText(register)).not.toContain('140387');
  });

  it('is in the customer’s language, or in another that is asked for', async () => {
    const { register, print } = await afterVisit({ language: 'sv' });
    await print();
    expect(printedText(register)).toContain('Kvitto 1');
    expect(register.host.printed.at(-1)).toContain('<html lang="sv">');
    await print({ language: 'en' });
    expect(printedText(register)).toContain('Total paid 88,82 €');
  });

  it('of what was taken back names the receipt that it credits, with the money going the other way', async () => {
    const { register, helmi, about, print } = await afterVisit();
    const id = uuidv7();
    register.clock.advance(24 * 3_600_000);
    await helmi.call('visits', 'reverse', { ...about, id, reason: 'Väärä palvelu.' });
    expect(await print({ visitId: id })).toMatchObject({ value: { fileName: 'kuitti-2.pdf' } });
    const text = printedText(register);
    expect(text).toContain('Hyvityskuitti 2');
    expect(text).toContain('Päivä 19.11.2026 Hyvittää kuitin 1 (18.11.2026)');
    expect(text).toContain('25,5 % \u221221,37 € \u22125,45 € \u221226,82 €');
    expect(text).toContain('Palautettu yhteensä \u221288,82 €');
    expect(text).not.toContain('Väärä palvelu');
  });

  it('of what goes on an invoice does not say that anything was paid or given back', async () => {
    const { register, helmi, about, print } = await afterVisit({}, 'invoice');
    await print();
    expect(printedText(register)).toContain('Laskutetaan yhteensä 88,82 € Maksutapa: lasku');
    expect(printedText(register)).not.toContain('Maksettu');
    const id = uuidv7();
    await helmi.call('visits', 'reverse', { ...about, id, reason: 'Väärä maksaja.' });
    await print({ visitId: id });
    expect(printedText(register)).toContain('Hyvitetään yhteensä \u221288,82 €');
    expect(printedText(register)).not.toContain('Palautettu');
  });

  it('goes to paper as well, and is on record as a print with its number', async () => {
    const { register, about, print } = await afterVisit();
    expect(await print({ to: 'paper' })).toMatchObject({ value: { outcome: 'printed', fileName: null } });
    expect(register.host.saved.size).toBe(0);
    const ida = await register.as('manager');
    const { events } = await ida.call('audit', 'ofCustomer', {
      customerId: about.customerId,
      beforeSequence: null,
    });
    const prints = events.filter(({ action }) => action === 'visits.printReceipt');
    expect(prints).toMatchObject([
      { outcome: 'done', details: { receipt: 1, withName: false, to: 'paper', outcome: 'printed' } },
      { outcome: 'started' },
    ]);
  });

  it('is not made of what cost nothing, of another customer’s visit, or when the person cancels', async () => {
    const { register, helmi, about, print } = await afterVisit();
    const call = {
      id: uuidv7(),
      customerId: about.customerId,
      at: '2026-11-18T09:00:00.000Z',
      note: '',
      kind: 'phone' as const,
      serviceId: null,
      practitionerId: null,
      lines: [],
      paymentMethod: 'none' as const,
    };
    await helmi.call('visits', 'log', call);
    expect(await print({ visitId: call.id })).toMatchObject({ fault: { rule: 'no-receipt' } });
    const otherId = await registerCustomer(helmi, { firstNames: 'Liisa', email: '', phone: '' });
    expect(await print({ customerId: otherId })).toMatchObject({ fault: { kind: 'conflict' } });
    expect(await print({ visitId: uuidv7() })).toMatchObject({ fault: { kind: 'not-found' } });
    register.host.saves = false;
    expect(await print()).toMatchObject({ value: { outcome: 'cancelled', fileName: null } });
    expect(register.host.saved.size).toBe(0);
  });
});
