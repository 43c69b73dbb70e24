import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { type AnyProcedure, anyStaff, type FeatureContract } from '#shared/rpc/procedure.ts';
import { roles } from '#shared/values/roles.ts';
import { testClient } from '#test/support/client.ts';
import { testRegister } from '#test/support/register.ts';

/** Every procedure that the register has, so that a new one is covered the moment it is declared. */
const procedures = Object.entries(contract).flatMap(([feature, table]) =>
  Object.entries(table as FeatureContract).map(([name, procedure]) => ({ feature, name, procedure })),
);
const behindDoor = procedures.filter(({ procedure }) => procedure.access !== 'door');

const fault = (reply: Reply<unknown>) => (reply.ok ? 'served' : reply.fault.kind);

describe.each(roles)('a person with only the role %s', (role) => {
  const allows = ({ access }: AnyProcedure) => access !== 'door' && access.includes(role);

  it('is refused every procedure that the contract does not give to the role, and each refusal is logged', async () => {
    const register = await testRegister();
    const client = await register.as(role);
    const forbidden = behindDoor.filter(({ procedure }) => !allows(procedure));
    for (const { feature, name } of forbidden) {
      expect([`${feature}.${name}`, fault(await client.reply(feature, name, {}))]).toEqual([
        `${feature}.${name}`,
        'forbidden',
      ]);
    }
    const { database } = await register.inside();
    const refused = await database.read
      .selectFrom('audit_events')
      .select('action')
      .where('outcome', '=', 'refused')
      .orderBy('sequence')
      .execute();
    expect(refused.map(({ action }) => action)).toEqual(
      forbidden.map(({ feature, name }) => `${feature}.${name}`),
    );
  });

  it('is never answered "forbidden" by a procedure of the role', async () => {
    const client = await (await testRegister()).as(role);
    for (const { feature, name } of behindDoor.filter(({ procedure }) => allows(procedure))) {
      expect([`${feature}.${name}`, fault(await client.reply(feature, name, { strange: true }))]).toEqual([
        `${feature}.${name}`,
        'invalid-input',
      ]);
    }
  });
});

describe('while nobody is signed in', () => {
  it('every procedure behind the door answers "locked"', async () => {
    const client = testClient((await testRegister()).folder);
    for (const { feature, name } of behindDoor) {
      expect([`${feature}.${name}`, fault(await client.reply(feature, name, {}))]).toEqual([
        `${feature}.${name}`,
        'locked',
      ]);
    }
  });
});

describe('another window of a signed-in register', () => {
  it('is told "not-signed-in": a session belongs to one window', async () => {
    const helmi = await (await testRegister()).as('reception');
    for (const { feature, name } of behindDoor) {
      const request = { requestId: uuidv7(), feature, name, input: {} };
      expect(fault(await helmi.dispatch.call('another-window', request))).toBe('not-signed-in');
    }
  });
});

describe('malformed input', () => {
  const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });
  const malformed: readonly (readonly [string, unknown])[] = [
    ['nothing at all', undefined],
    ['null', null],
    ['a text', 'customerId'],
    ['a list', []],
    ['an unknown key', { unknownKey: 1 }],
    ['a key that reaches for the prototype', JSON.parse('{"__proto__": {"admin": true}}')],
    ['a constructor key', { constructor: { prototype: {} } }],
    ['deep nesting', deep(200)],
    [
      'a huge text under every key',
      Object.fromEntries(['customerId', 'text', 'id'].map((key) => [key, 'ä'.repeat(500_000)])),
    ],
  ];

  it.each(malformed)('is refused by every procedure: %s', async (_what, input) => {
    const register = await testRegister();
    const marja = await register.as('all');
    const door = testClient(register.folder);
    for (const { feature, name, procedure } of procedures) {
      const client = procedure.access === 'door' ? door : marja;
      expect([`${feature}.${name}`, fault(await client.reply(feature, name, input))]).toEqual([
        `${feature}.${name}`,
        'invalid-input',
      ]);
    }
  });

  it('never brings out an unexpected fault, whatever JSON a procedure gets', async () => {
    const register = await testRegister();
    const marja = await register.as('all');
    for (const { feature, name } of behindDoor) {
      await fc.assert(
        fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (input) => {
          expect([`${feature}.${name}`, fault(await marja.reply(feature, name, input))]).not.toContain(
            'unexpected',
          );
        }),
        { numRuns: 50 },
      );
    }
  }, 120_000);

  it('with a name that no procedure has, also one of every object, answers "not-found"', async () => {
    const marja = await (await testRegister()).as('all');
    for (const [feature, name] of [
      ['customers', 'dropAll'],
      ['nothing', 'search'],
      ['__proto__', 'toString'],
      ['customers', 'constructor'],
      ['customers', 'hasOwnProperty'],
    ] as const) {
      expect(fault(await marja.reply(feature, name, {}))).toBe('not-found');
    }
    expect(fault(await marja.reply('auth', 'session', {}, 'not-a-uuid'))).toBe('not-found');
  });
});

describe('the contract', () => {
  it('declares for every procedure what it leaves in the audit log, and why when that is nothing', () => {
    for (const { procedure } of procedures) {
      expect(['row', 'burst', 'none']).toContain(procedure.audit.log);
      if (procedure.audit.log === 'none') expect(procedure.audit.why.length).toBeGreaterThan(10);
    }
  });

  it('gives the administrator alone no procedure that reads or changes customers', () => {
    const customerFeatures = ['customers', 'visits', 'consents', 'reports', 'audit'];
    for (const { feature, procedure } of behindDoor) {
      if (customerFeatures.includes(feature)) expect(procedure.access).not.toContain('admin');
    }
    expect(anyStaff).toContain('admin');
  });
});

describe('a command that is sent twice', () => {
  it('is done once and answered the same, but only for the same person and input', async () => {
    const register = await testRegister();
    const [helmi, ida] = [await register.as('reception'), await register.as('manager')];
    const requestId = uuidv7();
    const input = { id: uuidv7(), name: 'Lotta Koepelto' };
    const first = await ida.reply('visits', 'addPractitioner', input, requestId);
    expect(first).toMatchObject({ ok: true });
    expect(await ida.reply('visits', 'addPractitioner', input, requestId)).toEqual(first);
    expect(
      fault(await ida.reply('visits', 'addPractitioner', { ...input, name: 'Muu Nimi' }, requestId)),
    ).toBe('conflict');
    expect(fault(await helmi.reply('visits', 'addPractitioner', input, requestId))).toBe('forbidden');
  });
});

it('answers of commands are forgotten at the first sign-in after thirty days', async () => {
  const register = await testRegister();
  const ida = await register.as('manager');
  const remembered = async () => {
    const { database } = await register.inside();
    return (await database.read.selectFrom('command_results').select('procedure').execute()).length;
  };
  await ida.call('visits', 'addPractitioner', { id: uuidv7(), name: 'Lotta Koepelto' });
  register.clock.advance(29 * 86_400_000);
  await register.as('reception');
  expect(await remembered()).toBe(1);
  register.clock.advance(2 * 86_400_000);
  await register.as('reception');
  expect(await remembered()).toBe(0);
});

it('a register that was closed for locking serves nothing more', async () => {
  const helmi = await (await testRegister()).as('reception');
  await helmi.dispatch.close();
  expect(fault(await helmi.reply('auth', 'session', {}))).toBe('locked');
});
