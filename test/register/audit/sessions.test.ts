import { rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { OpenRegister } from '#main/register/open-register.ts';
import { headIsSigned } from '#main/register/vault/signed-heads.ts';
import { trustedContent } from '#main/register/vault/trusted.ts';
import type { DoorReason } from '#shared/rpc/bridge.ts';
import { testClient } from '#test/support/client.ts';
import { people, testPassword } from '#test/support/people.ts';
import { testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { tamper } from '#test/support/tamper.ts';

const events = ({ database }: OpenRegister) =>
  database.read
    .selectFrom('audit_events')
    .leftJoin('audit_details', 'event_id', 'id')
    .select(['sequence', 'hash', 'action', 'outcome', 'actor_name', 'workstation', 'body'])
    .orderBy('sequence')
    .execute();

const newestHead = ({ database }: OpenRegister) =>
  database.read.selectFrom('audit_heads').selectAll().orderBy('sequence', 'desc').executeTakeFirstOrThrow();

/** The newest row, signed by a person in the database and in the vault. */
async function expectSigned(inside: OpenRegister, person: keyof typeof people): Promise<void> {
  const newest = (await events(inside)).at(-1);
  const { user_id: userId, ...stored } = await newestHead(inside);
  expect([stored.sequence, stored.hash]).toEqual([newest?.sequence, newest?.hash]);
  const content = await trustedContent(inside.place, inside.vault);
  const signer = content.roster.body.users.find(({ id }) => id === userId);
  expect(signer?.name).toBe(people[person].name);
  expect(headIsSigned(content.roster.body, { ...stored, userId })).toBe(true);
  expect(content.auditHeads).toContainEqual({ ...stored, userId });
}

describe('a sign-in', () => {
  it('is on record with the computer, and the person has signed the log', async () => {
    const register = await testRegister();
    await register.as('reception');
    const inside = await register.inside();
    expect((await events(inside)).at(-1)).toMatchObject({
      action: 'auth.unlock',
      outcome: 'done',
      actor_name: people.reception.name,
      workstation: 'TEST-1',
    });
    await expectSigned(inside, 'reception');
  });

  it('that cannot be written lets nobody in', async () => {
    const register = await testRegister();
    await tamper(await fileOf(register.folder), ({ connection }) =>
      connection.exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_events
        BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`),
    );
    const client = testClient(register.folder);
    const input = { who: { typedName: people.manager.name }, password: testPassword };
    expect(await client.reply('auth', 'unlock', input)).toMatchObject({ ok: false });
    expect(await client.reply('auth', 'session', {})).toEqual({ ok: false, fault: { kind: 'locked' } });
  });
});

const reasons: readonly DoorReason[] = [
  'locked-by-user',
  'idle',
  'suspended',
  'signed-out',
  'register-stopped',
];

describe('the end of a session', () => {
  it.each(reasons)('is on record with the reason "%s", and signed', async (reason) => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    await helmi.call('customers', 'search', { text: 'Testola', limit: 10 });
    await helmi.dispatch.close(reason);
    const inside = await register.inside();
    const last = (await events(inside)).slice(-2);
    expect(last.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['customers.search', 'done'],
      [reason === 'signed-out' ? 'auth.signOut' : 'auth.lock', 'done'],
    ]);
    expect(JSON.parse(last[1]?.body ?? '')).toEqual({ reason });
    await expectSigned(inside, 'reception');
  });

  it('never fails, though nothing can be written', async () => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    await helmi.call('customers', 'search', { text: 'Testola', limit: 10 });
    await tamper(await fileOf(register.folder), ({ connection }) =>
      connection.exec(`CREATE TRIGGER broken BEFORE INSERT ON audit_events
        BEGIN SELECT RAISE(ABORT, 'the disk is gone'); END`),
    );
    await rm(register.folder, { recursive: true });
    await expect(helmi.dispatch.close('idle')).resolves.toBeUndefined();
  });

  it('takes a small part of the half second that a closing has', async () => {
    const register = await testRegister();
    const helmi = await register.as('reception');
    await helmi.call('customers', 'search', { text: 'Testola', limit: 10 });
    const start = performance.now();
    await helmi.dispatch.close('locked-by-user');
    expect(performance.now() - start).toBeLessThan(400);
  });
});

describe('an earlier state of the database', () => {
  /** Helmi works and signs; then the log goes back to what it was before. */
  async function replayed() {
    const register = await testRegister();
    const inside = await register.inside();
    const before = (await events(inside)).length;
    const helmi = await register.as('reception');
    await helmi.call('customers', 'search', { text: 'Testola', limit: 10 });
    await helmi.dispatch.close('signed-out');
    const signed = await newestHead(inside);
    await tamper(await fileOf(register.folder), async ({ connection }) => {
      for (const table of ['audit_heads', 'audit_events'])
        await connection.run(`DELETE FROM ${table} WHERE sequence > ?`, [before]);
      await connection.exec('DELETE FROM audit_details WHERE event_id NOT IN (SELECT id FROM audit_events)');
    });
    return { register, signed };
  }

  it('is told to every manager at the next sign-in of somebody else, once, and stands in the log', async () => {
    const { register, signed } = await replayed();
    await register.as('admin');
    const ida = await register.as('manager');
    const missing = (await events(await register.inside())).filter(
      ({ action }) => action === 'audit.headMissing',
    );
    expect(missing.map(({ body }) => JSON.parse(body ?? ''))).toEqual([
      expect.objectContaining({
        signer: people.reception.name,
        sequence: signed.sequence,
        hash: signed.hash,
        signature: signed.signature,
      }),
    ]);
    const { notices } = await ida.call('notices', 'mine', {});
    expect(notices.map(({ body }) => body)).toEqual([
      {
        kind: 'audit-head-missing',
        facts: { signer: people.reception.name, sequence: signed.sequence, at: signed.at },
      },
    ]);
  });

  it('is found by every verification from then on', async () => {
    const { register, signed } = await replayed();
    await register.as('admin');
    const ida = await register.as('manager');
    for (let time = 0; time < 2; time += 1) {
      const { findings } = await ida.call('audit', 'verify', {});
      expect(findings).toEqual([expect.objectContaining({ kind: 'rewritten', sequence: signed.sequence })]);
    }
  });
});

it('a log that only grew raises no alarm, whoever signs in', async () => {
  const register = await testRegister();
  for (const person of ['reception', 'manager', 'all', 'reception', 'admin'] as const) {
    const client = await register.as(person);
    await client.dispatch.close('locked-by-user');
  }
  const ida = await register.as('manager');
  expect((await ida.call('notices', 'mine', {})).notices).toEqual([]);
  const { findings, signed } = await ida.call('audit', 'verify', {});
  expect(findings).toEqual([]);
  expect(signed.map(({ name }) => name)).toEqual(
    [people.manager, people.admin, people.reception, people.all].map(({ name }) => name),
  );
});

it('a head that bears a name without that person’s signature is found', async () => {
  const register = await testRegister();
  await register.as('reception');
  const file = await fileOf(register.folder);
  await tamper(file, async ({ connection }) => {
    await connection.exec(`UPDATE audit_heads SET at = '2020-01-01T00:00:00.000Z' WHERE sequence =
      (SELECT max(sequence) FROM audit_heads)`);
  });
  const ida = await register.as('manager');
  const { findings } = await ida.call('audit', 'verify', {});
  expect(findings).toEqual([expect.objectContaining({ kind: 'head-forged', name: people.reception.name })]);
});
