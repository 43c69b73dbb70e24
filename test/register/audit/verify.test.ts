import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { newestSequence } from '#main/register/features/audit/chain-store.ts';
import { everything } from '#shared/features/audit/log.ts';
import { addRows } from '#test/support/audit-rows.ts';
import { testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { type Tamperer, tamper } from '#test/support/tamper.ts';

it('a manager verifies the whole log, with progress, and leaves a row about it', async () => {
  const register = await testRegister();
  await addRows((await register.inside()).database, 2500);
  const ida = await register.as('manager');
  const result = await ida.call('audit', 'verify', {});
  expect(result).toMatchObject({ findings: [], moreFindings: 0, resumed: [], isWhole: true });
  expect(result.rows).toBeGreaterThan(2500);
  const steps = ida.progress.filter(({ stage }) => stage === 'verifying');
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.at(-1)?.done).toBe(steps.at(-1)?.total);
  const { rows } = await ida.call('audit', 'list', { filter: { ...everything }, before: null });
  expect(rows.slice(0, 4)).toContainEqual(
    expect.objectContaining({
      action: 'audit.verify',
      outcome: 'done',
      details: { rows: result.rows, findings: 0 },
    }),
  );
});

it('the manager is told which rows were touched by somebody with tools of their own', async () => {
  const register = await testRegister();
  await addRows((await register.inside()).database, 50);
  await tamper(await fileOf(register.folder), async (log) => {
    await log.change(20, { customer_id: null, actor_name: 'Joku Muu' });
    await log.remove(30, 31);
  });
  const ida = await register.as('manager');
  const { findings } = await ida.call('audit', 'verify', {});
  expect(findings).toEqual([
    { kind: 'changed', sequence: 20, sealedAgain: false },
    { kind: 'removed', sequence: 30, to: 31 },
  ]);
});

describe('when the program has been used after the log was touched', () => {
  /** A day of work before, and Ida's sign-in and a few commands after. */
  async function found(tampering: (log: Tamperer) => Promise<void>) {
    const register = await testRegister();
    await addRows((await register.inside()).database, 50);
    await (await register.as('reception')).dispatch.close('signed-out');
    const { database } = await register.inside();
    const newest = await newestSequence(database.read);
    await tamper(await fileOf(register.folder), tampering);
    register.clock.advance(60_000);
    const ida = await register.as('manager');
    await ida.call('customers', 'search', { text: 'Testola', limit: 10 });
    await ida.dispatch.close('locked-by-user');
    register.clock.advance(60_000);
    return { ...(await (await register.as('manager')).call('audit', 'verify', {})), newest };
  }

  it('removed rows are told of, also when the others were renumbered, and no row that was written then', async () => {
    const { findings, resumed, newest } = await found(async (log) => {
      await log.remove(30, 32);
      await log.renumber(33, -3);
    });
    expect(findings).toEqual([{ kind: 'removed', sequence: 30, to: 32 }]);
    expect(resumed).toEqual([newest - 2]);
  });

  it('a cut end is told of by its own first row', async () => {
    const { findings, resumed, newest } = await found((log) => log.remove(40, 1000));
    expect(findings).toEqual([{ kind: 'cut', sequence: 40, to: newest }]);
    expect(resumed).toEqual([40]);
  });
});

it('the manager can stop it, and the log says that it was stopped', async () => {
  const register = await testRegister();
  await addRows((await register.inside()).database, 20_000);
  const ida = await register.as('manager');
  const requestId = uuidv7();
  const reply = ida.reply('audit', 'verify', {}, requestId);
  ida.dispatch.cancel(ida.clientId, requestId);
  expect(await reply).toEqual({ ok: false, fault: { kind: 'cancelled' } });
  const { database } = await register.inside();
  const newest = await database.read
    .selectFrom('audit_events')
    .select(['action', 'outcome'])
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  expect(newest).toEqual({ action: 'audit.verify', outcome: 'cancelled' });
});
