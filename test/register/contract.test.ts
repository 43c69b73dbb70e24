import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contract } from '#shared/contract.ts';
import type { Reply } from '#shared/rpc/fault.ts';
import { type AnyProcedure, anyStaff } from '#shared/rpc/procedure.ts';
import { roles } from '#shared/values/roles.ts';
import { testClient } from '#test/support/client.ts';
import { brokenInputs, validInput } from '#test/support/fuzz/broken-inputs.ts';
import { explore, fuzz, procedures } from '#test/support/fuzz/fuzz.ts';
import type { KnownIds } from '#test/support/fuzz/known-ids.ts';
import { fuzzTemplate } from '#test/support/fuzz/world.ts';
import { testRegister } from '#test/support/register.ts';

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
  it.each(procedures.map((named) => [`${named.feature}.${named.name}`, named] as const))(
    'is refused by %s, whatever is wrong with it and wherever',
    async (action, { feature, name, procedure }) => {
      const register = await testRegister();
      const client = procedure.access === 'door' ? testClient(register.folder) : await register.as('all');
      const broken = brokenInputs(procedure, validInput(procedure, action));
      for (const [what, input] of broken) {
        expect([what, fault(await client.reply(feature, name, input))]).toEqual([what, 'invalid-input']);
      }
    },
  );

  /**
   * Served in most runs, and not in each: they want the same person or the same thing again, such as a row that was made a
   * moment ago and of which nothing is known yet. Each has tests of its own.
   */
  const askForMoreThanChance = [
    'consents.undo',
    'customers.restoreRecord',
    'visits.move',
    'visits.printReceipt',
    'visits.removeItemPrice',
    'visits.removePractitioner',
    'visits.setItemTimes',
    'visits.setPractitionerTimes',
  ];

  describe('of fifty random kinds for each procedure', () => {
    let template: string;
    let known: KnownIds;

    beforeAll(async () => {
      template = join(await mkdtemp(join(tmpdir(), 'vastaanotto-fuzz-template-')), 'register');
      await fuzzTemplate(template, inject('registerTemplate'));
      known = await explore(template);
    });

    afterAll(() => rm(dirname(template), { recursive: true, force: true }));

    it.each(Object.keys(contract))(
      'brings out of %s only what the contract declares, is served by all of it now and then, and leaves the register whole and everything on record',
      async (feature) => {
        const tried = procedures.filter((named) => named.feature === feature);
        const seed = Math.floor(Math.random() * 2 ** 31);
        const { failures, neverServed } = await fuzz({
          template,
          known,
          procedures: tried,
          inputs: 50,
          seed,
          mayMiss: askForMoreThanChance,
        });
        // Of the others each is served. The seed stands in the failure, for `npm run fuzz -- --seed`.
        expect({ seed, failures, neverServed }).toEqual({ seed, failures: [], neverServed: [] });
      },
      300_000,
    );
  });

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
    const customerFeatures = ['customers', 'visits', 'consents', 'reports', 'audit', 'drafts'];
    for (const { feature, procedure } of behindDoor) {
      if (customerFeatures.includes(feature)) expect(procedure.access).not.toContain('admin');
    }
    expect(anyStaff).toContain('admin');
  });
});

it('a command that would make a second thing under one id answers "conflict" and changes nothing', async () => {
  const ida = await (await testRegister()).as('manager');
  const input = { id: uuidv7(), name: 'Lotta Koepelto' };
  await ida.call('visits', 'addPractitioner', input);
  const reply = await ida.reply('visits', 'addPractitioner', { ...input, name: 'Muu Nimi' });
  expect(reply).toEqual({ ok: false, fault: { kind: 'conflict', changed: ['id'] } });
  const { practitioners } = await ida.call('visits', 'priceList', {});
  expect(practitioners.filter(({ id }) => id === input.id)).toEqual([input]);
});

it('the same holds where rows stay for ever: a wording under an id that is taken is not published', async () => {
  const ida = await (await testRegister()).as('manager');
  const [first] = await ida.call('consents', 'wordings', {});
  if (!first) throw new Error('no wording');
  const { id, purpose, texts, validMonths, version } = first;
  const input = { id, purpose, texts, validMonths, basedOnVersion: version };
  const reply = await ida.reply('consents', 'publishWording', input);
  expect(reply).toEqual({ ok: false, fault: { kind: 'conflict', changed: ['id'] } });
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
