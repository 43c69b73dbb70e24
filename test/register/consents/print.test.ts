import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { registerCustomer } from '#test/support/customers.ts';
import { testRegister } from '#test/support/register.ts';

/** A customer who allowed marketing by e-mail and then prohibited it. */
async function withHistory(language: 'fi' | 'sv' = 'fi') {
  const register = await testRegister();
  const desk = await register.as('reception');
  const customerId = await registerCustomer(desk, { hetu: '140387-924P', birthDate: '', language });
  const wordings = await desk.call('consents', 'wordings', {});
  const wording = wordings.find(({ purpose }) => purpose === 'direct-marketing');
  const common = {
    purpose: 'direct-marketing' as const,
    channels: ['email' as const],
    way: 'orally' as const,
  };
  const entry = (act: 'given' | 'prohibited', wordingId: string | null, note = '') => ({
    customerId,
    entry: { id: uuidv7(), ...common, act, wordingId, language, note },
  });
  await desk.call('consents', 'record', entry('given', wording?.id ?? null));
  register.clock.advance(60_000);
  await desk.call('consents', 'record', entry('prohibited', null, 'Soitti <b>itse</b>'));
  const print = (more: object = {}) =>
    desk.reply('consents', 'printHistory', { customerId, language: null, to: 'file', ...more });
  const document = () => register.host.printed.at(-1) ?? '';
  return { register, desk, customerId, wording, print, document };
}

describe('the printed consents of a customer', () => {
  it('hold each entry with its exact wording, newest first, and neither identity code nor contact details', async () => {
    const { print, document, wording } = await withHistory();
    expect(await print()).toEqual({
      ok: true,
      value: { outcome: 'saved', fileName: 'suostumukset-10001.pdf' },
    });
    const text = document();
    expect(text).toContain('<html lang="fi">');
    for (const part of [
      'Mallilan Hoitohuone Oy',
      'Aino Helena Mallikas',
      '10001',
      wording?.texts.fi ?? '?',
    ]) {
      expect(text).toContain(part);
    }
    expect(text.indexOf('Kielsi: Suoramarkkinointi')).toBeGreaterThan(0);
    expect(text.indexOf('Kielsi: Suoramarkkinointi')).toBeLessThan(
      text.indexOf('Antoi suostumuksen: Suoramarkkinointi'),
    );
    expect(text).toContain('voimassa 18.11.2028 asti');
    expect(text).toContain('Soitti &lt;b&gt;itse&lt;/b&gt;');
    for (const hidden of ['140387', '924P', '040 000 0182', '+358400000182', 'Koekuja', 'posti.example']) {
      expect(text).not.toContain(hidden);
    }
  });

  it('are in the customer’s language, or in another that is asked for', async () => {
    const { print, document } = await withHistory('sv');
    await print();
    expect(document()).toContain('Samtycken och förbud');
    await print({ language: 'en', to: 'paper' });
    expect(document()).toContain('Consents and prohibitions');
  });

  it('say which entry was taken back as a mistake', async () => {
    const { desk, customerId, print, document } = await withHistory();
    const { history } = await desk.call('consents', 'ofCustomer', { customerId });
    const entryId = history[0]?.id ?? '';
    await desk.call('consents', 'undo', { customerId, id: uuidv7(), entryId });
    await print();
    expect(document()).toContain('Kirjaus on kumottu virheenä.');
  });

  it('stand in the log of the customer with where they went, also when no place was chosen', async () => {
    const { register, customerId, print } = await withHistory();
    register.host.saves = false;
    expect(await print()).toMatchObject({ value: { outcome: 'cancelled' } });
    expect([...register.host.saved.keys()]).toEqual([]);
    const manager = await register.as('manager');
    const { events } = await manager.call('audit', 'ofCustomer', { customerId, beforeSequence: null });
    expect(events.filter(({ action }) => action === 'consents.printHistory')).toMatchObject([
      { outcome: 'done', details: { entries: 2, to: 'file', outcome: 'cancelled' } },
      { outcome: 'started' },
    ]);
    const nobody = { customerId: uuidv7(), language: null, to: 'file' as const };
    const gone = await manager.reply('consents', 'printHistory', nobody);
    expect(gone).toMatchObject({ fault: { kind: 'not-found' } });
  });
});
