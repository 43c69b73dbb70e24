import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { VisitLine } from '#shared/features/visits/contract.ts';
import type { TestClient } from '#test/support/client.ts';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

async function atTheDesk() {
  const register = await testRegister();
  const helmi = await register.as('reception');
  const customerId = await registerCustomer(helmi);
  const { items, practitioners } = await helmi.call('visits', 'priceList', {});
  const massage = items.find(({ name }) => name === 'Hieronta 60 min');
  const gel = items.find(({ kind }) => kind === 'product');
  const practitioner = practitioners[0];
  if (!massage || !gel || !practitioner) throw new Error('the price list of the template has changed');
  return { register, helmi, customerId, massage, gel, practitioner, items };
}
type Desk = Awaited<ReturnType<typeof atTheDesk>>;

function line(item: Desk['massage'], quantity = 1): VisitLine {
  const { id, name, unitPriceCents, vatRate } = item;
  return {
    id: uuidv7(),
    itemId: id,
    name,
    quantity,
    unitPriceCents,
    vatRate,
    discountRate: 0,
    discountCents: 0,
  };
}

function visit({ customerId, massage, gel, practitioner }: Desk, at = '2026-11-18T12:30:00.000Z') {
  return {
    id: uuidv7(),
    customerId,
    at,
    kind: 'visit' as const,
    serviceId: massage.id,
    practitionerId: practitioner.id,
    lines: [line(massage), line(gel, 2)],
    paymentMethod: 'card' as const,
    note: 'Toivoo jatkossa iltapäivän aikoja.',
  };
}

const ofCustomer = (client: TestClient, customerId: string) =>
  client.call('visits', 'ofCustomer', { customerId, show: 'all', before: null });

describe('logging a visit', () => {
  it('keeps time, service, practitioner, lines with VAT, total in cents and note, and who recorded it', async () => {
    const desk = await atTheDesk();
    const input = visit(desk);
    expect(await desk.helmi.call('visits', 'log', input)).toEqual({
      id: input.id,
      totalCents: 6200 + 2 * 1490,
      receiptNumber: 1,
    });
    const { visits, count, yearTotalCents } = await ofCustomer(desk.helmi, desk.customerId);
    expect(count).toBe(1);
    expect(yearTotalCents).toBe(9180);
    expect(visits[0]).toMatchObject({
      at: '2026-11-18T12:30:00.000Z',
      serviceName: 'Hieronta 60 min',
      practitionerName: 'Marja Esimäki',
      totalCents: 9180,
      note: 'Toivoo jatkossa iltapäivän aikoja.',
      recordedBy: 'Helmi Testola',
    });
    expect(visits[0]?.lines.map(({ name, quantity, vatRate }) => [name, quantity, vatRate])).toEqual([
      ['Hieronta 60 min', 1, 0],
      ['Kylmägeeli 150 ml', 2, 2550],
    ]);
  });

  it('is on record in the audit log with the customer', async () => {
    const desk = await atTheDesk();
    const input = visit(desk);
    await desk.helmi.call('visits', 'log', input);
    const { events } = await desk.helmi.call('audit', 'ofCustomer', {
      customerId: desk.customerId,
      beforeSequence: null,
    });
    expect(events[0]).toMatchObject({ action: 'visits.log', actorName: 'Helmi Testola', outcome: 'done' });
  });

  it('refuses a time that has not come yet', async () => {
    const desk = await atTheDesk();
    const reply = await desk.helmi.reply('visits', 'log', visit(desk, '2026-11-19T12:00:00.000Z'));
    expect(reply).toEqual({ ok: false, fault: { kind: 'invalid-input', fields: { at: 'date-in-future' } } });
  });

  it.each([
    ['customer', (input: ReturnType<typeof visit>) => ({ ...input, customerId: uuidv7() })],
    ['service', (input: ReturnType<typeof visit>) => ({ ...input, serviceId: uuidv7() })],
    ['practitioner', (input: ReturnType<typeof visit>) => ({ ...input, practitionerId: uuidv7() })],
    [
      'item on a line',
      (input: ReturnType<typeof visit>) => ({ ...input, lines: [{ ...input.lines[0], itemId: uuidv7() }] }),
    ],
  ])('saves nothing when the %s does not exist', async (_what, change) => {
    const desk = await atTheDesk();
    expect(await desk.helmi.reply('visits', 'log', change(visit(desk)))).toEqual({
      ok: false,
      fault: { kind: 'not-found' },
    });
    expect((await ofCustomer(desk.helmi, desk.customerId)).count).toBe(0);
  });

  it('refuses a visit without a line, and a quantity or price that cannot be', async () => {
    const desk = await atTheDesk();
    const input = visit(desk);
    const withLine = (change: object) => ({ ...input, lines: [{ ...input.lines[0], ...change }] });
    for (const [bad, field] of [
      [{ ...input, lines: [] }, 'lines'],
      [withLine({ quantity: 0 }), 'lines.0.quantity'],
      [withLine({ quantity: 1.5 }), 'lines.0.quantity'],
      [withLine({ unitPriceCents: -1 }), 'lines.0.unitPriceCents'],
      [withLine({ vatRate: 10_001 }), 'lines.0.vatRate'],
    ] as const) {
      expect(await desk.helmi.reply('visits', 'log', bad)).toMatchObject({
        fault: { kind: 'invalid-input', fields: { [field]: expect.any(String) } },
      });
    }
  });
});

describe('the visits of a customer', () => {
  it('come newest first and page by page, without gaps or repeats, also when times are equal', async () => {
    const desk = await atTheDesk();
    const ids: string[] = [];
    for (let index = 0; index < 53; index += 1) {
      const input = {
        ...visit(desk, `2026-0${1 + (index % 3)}-10T08:00:00.000Z`),
        lines: [line(desk.massage)],
      };
      await desk.helmi.call('visits', 'log', input);
      ids.push(input.id);
    }
    const first = await ofCustomer(desk.helmi, desk.customerId);
    const last = first.visits.at(-1);
    if (!last) throw new Error('no visits');
    const second = await desk.helmi.call('visits', 'ofCustomer', {
      customerId: desk.customerId,
      show: 'all',
      before: { at: last.at, id: last.id },
    });
    expect([first.more, second.more]).toEqual([true, false]);
    const seen = [...first.visits, ...second.visits];
    expect(seen.map(({ id }) => id).sort()).toEqual(ids.sort());
    const order = seen.map(({ at, id }) => `${at} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
  });

  it('count into the year only from its first moment in Finland', async () => {
    const desk = await atTheDesk();
    const log = (at: string) =>
      desk.helmi.call('visits', 'log', { ...visit(desk, at), lines: [line(desk.massage)] });
    await log('2025-12-31T21:59:59.000Z');
    await log('2025-12-31T22:00:00.000Z');
    const { count, yearTotalCents } = await ofCustomer(desk.helmi, desk.customerId);
    expect([count, yearTotalCents]).toEqual([2, 6200]);
  });
});

describe('the price list', () => {
  it('starts with nine services for the number keys and shows products after them', async () => {
    const { items } = await atTheDesk();
    expect(items.slice(0, 9).every(({ kind }) => kind === 'service')).toBe(true);
    expect(items.slice(9).every(({ kind }) => kind === 'product')).toBe(true);
  });

  it('offers a practitioner that a manager has added', async () => {
    const { register, helmi } = await atTheDesk();
    const ida = await register.as('manager');
    await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
    const { practitioners } = await helmi.call('visits', 'priceList', {});
    expect(practitioners.map(({ name }) => name)).toEqual(['Lotta Koepelto', 'Marja Esimäki']);
  });
});

describe('what was charged', () => {
  it('is counted after the discounts, a share or an amount of a line', async () => {
    const desk = await atTheDesk();
    const input = visit(desk);
    const [massage, gel] = input.lines;
    if (!massage || !gel) throw new Error('two lines');
    const lines = [
      { ...massage, discountRate: 1000 },
      { ...gel, discountCents: 480 },
    ];
    const logged = await desk.helmi.call('visits', 'log', { ...input, lines });
    expect(logged.totalCents).toBe(5580 + 2500);
    const { visits } = await ofCustomer(desk.helmi, desk.customerId);
    expect(visits[0]?.lines.map(({ discountRate, discountCents }) => [discountRate, discountCents])).toEqual([
      [1000, 0],
      [0, 480],
    ]);
  });

  it('is never discounted twice on a line, nor by more than the line costs', async () => {
    const desk = await atTheDesk();
    const input = visit(desk);
    for (const change of [{ discountCents: 6201 }, { discountRate: 100, discountCents: 1 }]) {
      expect(
        await desk.helmi.reply('visits', 'log', { ...input, lines: [{ ...line(desk.massage), ...change }] }),
      ).toMatchObject({
        fault: { kind: 'invalid-input', fields: { 'lines.0.discountCents': 'out-of-range' } },
      });
    }
  });

  it('gets the next receipt number, without gaps, whatever was refused or cost nothing in between', async () => {
    const desk = await atTheDesk();
    const log = (change: object = {}) => desk.helmi.reply('visits', 'log', { ...visit(desk), ...change });
    const numbers: unknown[] = [];
    for (const change of [
      {},
      { customerId: uuidv7() },
      { lines: [{ ...line(desk.massage), discountRate: 10_000 }] },
      { practitionerId: uuidv7() },
      {},
    ]) {
      const reply = await log(change);
      numbers.push(reply.ok ? (reply.value as { receiptNumber: number | null }).receiptNumber : 'refused');
    }
    expect(numbers).toEqual([1, 'refused', null, 'refused', 2]);
  });

  it('needs a payment method, and what cost nothing has none', async () => {
    const desk = await atTheDesk();
    const unpaid = { ...visit(desk), paymentMethod: 'none' as const };
    expect(await desk.helmi.reply('visits', 'log', unpaid)).toMatchObject({
      fault: { kind: 'invalid-input', fields: { paymentMethod: 'not-a-choice' } },
    });
    const free = { ...visit(desk), lines: [{ ...line(desk.massage), discountRate: 10_000 }] };
    await desk.helmi.call('visits', 'log', free);
    const { visits } = await ofCustomer(desk.helmi, desk.customerId);
    expect(visits[0]).toMatchObject({ totalCents: 0, paymentMethod: 'none', receiptNumber: null });
  });
});

describe('the kind of an entry', () => {
  const bare = { serviceId: null, practitionerId: null, lines: [] };

  it.each(['phone', 'email', 'online', 'no-show', 'cancelled'] as const)(
    '%s needs neither a service nor a practitioner nor a line',
    async (kind) => {
      const desk = await atTheDesk();
      await desk.helmi.call('visits', 'log', { ...visit(desk), ...bare, kind });
      const { visits } = await ofCustomer(desk.helmi, desk.customerId);
      expect(visits[0]).toMatchObject({ kind, serviceName: null, practitionerName: null, totalCents: 0 });
    },
  );

  it('visit needs all three', async () => {
    const desk = await atTheDesk();
    expect(await desk.helmi.reply('visits', 'log', { ...visit(desk), ...bare })).toEqual({
      ok: false,
      fault: {
        kind: 'invalid-input',
        fields: { serviceId: 'not-a-choice', practitionerId: 'not-a-choice', lines: 'required' },
      },
    });
  });
});
