import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import type { RecordableAct } from '#shared/features/consents/purposes.ts';
import { insertCustomer } from '#test/support/customer-row.ts';
import { testRegister } from '#test/support/register.ts';

async function atTheDesk() {
  const register = await testRegister();
  const customerId = await insertCustomer((await register.inside()).database);
  const desk = await register.as('reception');
  const wordings = await desk.call('consents', 'wordings', {});
  const entry = (act: RecordableAct) => ({
    id: uuidv7(),
    purpose: 'direct-marketing' as const,
    channels: ['email' as const],
    act,
    wordingId: act === 'given' ? (wordings[0]?.id ?? null) : null,
    language: 'fi' as const,
    way: 'orally' as const,
    note: '',
  });
  const undo = (entryId: string) => ({ customerId, id: uuidv7(), entryId });
  return {
    register,
    desk,
    customerId,
    undo,
    record: async (act: RecordableAct) =>
      (await desk.call('consents', 'record', { customerId, entry: entry(act) })).id,
    look: () => desk.call('consents', 'ofCustomer', { customerId }),
  };
}

describe('undoing a recording', () => {
  it('brings back what held before, and the history keeps both entries', async () => {
    const { desk, record, undo, look } = await atTheDesk();
    await record('given');
    await desk.call('consents', 'undo', undo(await record('prohibited')));
    const { cells, contact, history } = await look();
    expect(cells[0]).toMatchObject({ channel: 'email', state: 'given' });
    expect(contact[0]).toMatchObject({ allowed: true, ground: 'consent' });
    expect(history.map(({ act, before, after, isUndone }) => [act, before, after, isUndone])).toEqual([
      ['undone', 'prohibited', 'given', false],
      ['prohibited', 'given', 'prohibited', true],
      ['given', 'not-asked', 'given', false],
    ]);
  });

  it('is an event of its own in the audit log, which says what was undone', async () => {
    const { register, desk, record, undo, customerId } = await atTheDesk();
    const id = await record('given');
    await desk.call('consents', 'undo', undo(id));
    const { database } = await register.inside();
    const logged = await database.read
      .selectFrom('audit_events as event')
      .innerJoin('audit_details as details', 'details.event_id', 'event.id')
      .select(['event.customer_id', 'event.entity_id', 'details.body'])
      .where('event.action', '=', 'consents.undo')
      .executeTakeFirstOrThrow();
    expect(logged).toMatchObject({ customer_id: customerId, entity_id: id });
    expect(JSON.parse(logged.body)).toEqual({
      purpose: 'direct-marketing',
      channels: ['email'],
      act: 'undone',
      undid: 'given',
    });
  });

  it("is refused for another person's recording", async () => {
    const { register, record, undo } = await atTheDesk();
    const input = undo(await record('given'));
    const manager = await register.as('manager');
    expect(await manager.reply('consents', 'undo', input)).toMatchObject({
      fault: { rule: 'not-own-recording', facts: { recordedBy: 'Helmi Testola' } },
    });
  });

  it('is refused after a later entry of the same purpose and channel, and a second time', async () => {
    const { desk, record, undo } = await atTheDesk();
    const first = await record('given');
    const second = await record('withdrawn');
    const refused = { fault: { rule: 'recorded-since', facts: { purpose: 'direct-marketing' } } };
    expect(await desk.reply('consents', 'undo', undo(first))).toMatchObject(refused);
    const { id } = await desk.call('consents', 'undo', undo(second));
    expect(await desk.reply('consents', 'undo', undo(second))).toMatchObject(refused);
    expect(await desk.reply('consents', 'undo', undo(id))).toMatchObject(refused);
  });

  it('is refused when the recording has stood for half an hour', async () => {
    const { register, desk, record, undo } = await atTheDesk();
    const id = await record('prohibited');
    register.clock.advance(31 * 60_000);
    expect(await desk.reply('consents', 'undo', undo(id))).toMatchObject({
      fault: { rule: 'undo-too-late', facts: { minutes: 30 } },
    });
  });

  it('of an entry that the customer does not have is refused', async () => {
    const { desk, undo } = await atTheDesk();
    expect(await desk.reply('consents', 'undo', undo(uuidv7()))).toMatchObject({
      fault: { kind: 'not-found' },
    });
  });
});
