import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrateCopy } from '#main/register/database/migrate-copy.ts';
import { openDatabase } from '#main/register/database/open.ts';
import { foldedSlot, keptSlots } from '#main/register/features/consents/folded-states.ts';
import { standingFrom, standingsOf, untouched } from '#main/register/features/consents/rules.ts';
import { currentVersions, historyOf } from '#main/register/features/consents/store.ts';
import { channels } from '#shared/features/consents/purposes.ts';
import { registerAtVersion } from '#test/support/database.ts';

const at = '2026-03-03T08:00:00.000Z';
const acts = ['given', 'refused', 'withdrawn', 'prohibited', 'prohibition-withdrawn'];
const customerCount = 300;

/** Histories of every kind: which acts and channels come follows from the number alone. */
function eventsOf(customer: number): { act: string; purpose: string; channels: readonly string[] }[] {
  return Array.from({ length: customer % 7 }, (_, index) => {
    const pick = customer * 31 + index * 17;
    const isProfile = pick % 5 === 0;
    return {
      act: acts[pick % (isProfile ? 3 : 5)] ?? '',
      purpose: isProfile ? 'health-profile' : 'direct-marketing',
      channels: isProfile ? [] : channels.filter((_channel, at) => ((pick % 15) + 1) & (1 << at)),
    };
  });
}

it('the histories of an earlier release are folded as the rules read them', async () => {
  const old = await registerAtVersion(13);
  const connection = await old.driver.open({ ...old, mode: 'write' });
  await connection.exec('BEGIN');
  for (const [index, purpose] of ['direct-marketing', 'health-profile'].entries()) {
    await connection.run(`INSERT INTO wordings VALUES (?, ?, 1, 24, ?, 'u', 'U')`, [
      `w${index}`,
      purpose,
      at,
    ]);
  }
  for (let customer = 0; customer < customerCount; customer += 1) {
    await connection.run(
      `INSERT INTO customers (id, customer_number, last_name, first_names, birth_date, sex, language, source, source_at,
        version, created_at, created_by, created_by_name, updated_at, updated_by, updated_by_name)
       VALUES (?, ?, 'Mallikas', 'Aino', '1987-03-14', 'female', 'fi', 'customer', ?, 1, ?, 'u', 'U', ?, 'u', 'U')`,
      [`c${customer}`, 10_001 + customer, at, at, at],
    );
    for (const [index, { act, purpose, channels: covered }] of eventsOf(customer).entries()) {
      const id = `e${customer}-${index}`;
      const wording = purpose === 'health-profile' ? 'w1' : 'w0';
      const isAnswer = act === 'given' || act === 'refused';
      await connection.run(
        `INSERT INTO consent_events (id, customer_id, purpose, act, wording_id, language, way, valid_until, recorded_at,
          recorded_by, recorded_by_name) VALUES (?, ?, ?, ?, ?, 'fi', 'orally', ?, ?, 'u', 'U')`,
        [
          id,
          `c${customer}`,
          purpose,
          act,
          isAnswer ? wording : null,
          act === 'given' ? '2028-03-03' : null,
          at,
        ],
      );
      for (const channel of covered) {
        await connection.run('INSERT INTO consent_event_channels VALUES (?, ?)', [id, channel]);
      }
    }
  }
  await connection.exec('COMMIT');
  await connection.close();

  const file = join(old.folder, 'migrated.db');
  await migrateCopy({ ...old, targetFile: file });
  const { read, close } = await openDatabase({ ...old, file }).then((database) => ({
    read: database.read,
    close: () => database.close(),
  }));
  onTestFinished(close);
  const versions = await currentVersions(read);
  const ids = Array.from({ length: customerCount }, (_, customer) => `c${customer}`);
  const rows = await read.selectFrom('consent_states').selectAll().execute();
  const states = new Map(
    rows.map(({ customer_id, slots }) => [customer_id, keptSlots(slots).map(foldedSlot)]),
  );
  for (const id of ids) {
    for (const { purpose, channel, state } of standingsOf(
      await historyOf(read, id),
      versions,
      '2026-11-18',
    )) {
      const row = states.get(id)?.find((one) => one.purpose === purpose && one.channel === channel);
      expect(standingFrom({ purpose, channel }, row?.folded ?? untouched, versions, '2026-11-18').state).toBe(
        state,
      );
    }
  }
});
