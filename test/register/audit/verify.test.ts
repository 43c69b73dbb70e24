import { uuidv7 } from 'uuidv7';
import { expect, it } from 'vitest';
import { everything } from '#shared/features/audit/log.ts';
import { addRows } from '#test/support/audit-rows.ts';
import { testRegister } from '#test/support/register.ts';
import { fileOf } from '#test/support/register-file.ts';
import { tamper } from '#test/support/tamper.ts';

it('a manager verifies the whole log, with progress, and leaves a row about it', async () => {
  const register = await testRegister();
  await addRows((await register.inside()).database, 2500);
  const ida = await register.as('manager');
  const result = await ida.call('audit', 'verify', {});
  expect(result).toMatchObject({ findings: [], moreFindings: 0, isWhole: true });
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
